/// The built-in alert mail as text; `Config/templates/alert.*.txt` say the same.
enum AlertText {
    static let german = #"""
        {{#promise}}
        {{promise}} ist {{#overdue}}überfällig, seit {{distance}}.{{/overdue}}{{^overdue}}in {{distance}} fällig.{{/overdue}}
        {{/promise}}
        {{#channel_unhealthy}}
        Der Kanal {{channel}} arbeitet nicht mehr: {{detail}}
        {{/channel_unhealthy}}
        {{#channel_silent}}
        Der Kanal {{channel}} schweigt ungewöhnlich lange: {{detail}}
        {{/channel_silent}}
        {{#queue_unattended}}
        Um die Schlange von {{team}} kümmert sich niemand: {{detail}}
        {{/queue_unattended}}
        {{#spike}}
        Auf {{channel}} wird viel mehr gesagt als sonst: {{detail}}
        {{/spike}}

        {{#conversation}}
        Gespräch       #{{conversation}}
        Kanal          {{channel}}
        Von            {{author}}
        Wartet         seit {{waiting_since}} ({{waiting_for}})
        Dringlichkeit  {{urgency}} ({{score}} von 100){{#words}}, wegen: {{words}}{{/words}}
        Team           {{team}}
        Zuständig      {{#assignee}}{{assignee}}{{/assignee}}{{^assignee}}niemand{{/assignee}}
        Zusage         {{policy}}, Stufe {{level}}
        Fällig         {{due}}

        {{author}} schrieb:
        {{#quote}}
        > {{line}}
        {{/quote}}
        {{#url}}

        Dort steht es im Netzwerk:
        {{url}}
        {{/url}}

        Was Sie eingeben können:
            hark show {{conversation}}           lesen
            hark reply {{conversation}}          antworten
            hark assign {{conversation}} @name   jemandem geben
            hark why {{conversation}}            sehen, wie es zu Team und Zusage kam
            hark ack {{alert}}            sagen, dass Sie sich kümmern
        {{/conversation}}
        {{^conversation}}
        Was Sie eingeben können:
            hark doctor     sehen, was nicht stimmt
            hark channels   sehen, wie es den Verbindungen geht
            hark inbox team:{{team}} is:unassigned
            hark ack {{alert}}    sagen, dass Sie sich kümmern
        {{/conversation}}

        Im Browser lesen und sagen, dass Sie sich kümmern:
        {{acknowledge}}

        -- 
        Hark schickt dies, weil die Leiter von {{team}} Sie nennt. Antworten darauf liest niemand.
        {{#unsubscribe}}
        Keine solchen Warnungen mehr: {{unsubscribe}}
        {{/unsubscribe}}

        """#

    static let english = #"""
        {{#promise}}
        {{promise}} {{#overdue}}is overdue: it was due {{distance}} ago.{{/overdue}}{{^overdue}}is due in {{distance}}.{{/overdue}}
        {{/promise}}
        {{#channel_unhealthy}}
        The channel {{channel}} no longer works: {{detail}}
        {{/channel_unhealthy}}
        {{#channel_silent}}
        The channel {{channel}} has been silent for unusually long: {{detail}}
        {{/channel_silent}}
        {{#queue_unattended}}
        Nobody looks after the queue of {{team}}: {{detail}}
        {{/queue_unattended}}
        {{#spike}}
        Far more is said on {{channel}} than usual: {{detail}}
        {{/spike}}

        {{#conversation}}
        Conversation  #{{conversation}}
        Channel       {{channel}}
        From          {{author}}
        Waiting       since {{waiting_since}} ({{waiting_for}})
        Urgency       {{urgency}} ({{score}} of 100){{#words}}, because of: {{words}}{{/words}}
        Team          {{team}}
        Assignee      {{#assignee}}{{assignee}}{{/assignee}}{{^assignee}}nobody{{/assignee}}
        Policy        {{policy}}, step {{level}}
        Due           {{due}}

        {{author}} wrote:
        {{#quote}}
        > {{line}}
        {{/quote}}
        {{#url}}

        There it stands on the network:
        {{url}}
        {{/url}}

        What you can type:
            hark show {{conversation}}           read it
            hark reply {{conversation}}          answer it
            hark assign {{conversation}} @name   give it to somebody
            hark why {{conversation}}            see how it came to this team and policy
            hark ack {{alert}}            say that you take care
        {{/conversation}}
        {{^conversation}}
        What you can type:
            hark doctor     see what is wrong
            hark channels   see how every connection fares
            hark inbox team:{{team}} is:unassigned
            hark ack {{alert}}    say that you take care
        {{/conversation}}

        Read it in the browser and say that you take care:
        {{acknowledge}}

        -- 
        Hark sent this because the ladder of {{team}} names you. Nobody reads answers to it.
        {{#unsubscribe}}
        No more of these warnings: {{unsubscribe}}
        {{/unsubscribe}}

        """#
}
