/// The built-in digest mail as text; `Config/templates/digest.*.txt` say the same.
enum DigestText {
    static let german = #"""
        {{count}} Meldungen für {{team}}, Stufe {{level}}{{#overdue}}, Zusagen gebrochen{{/overdue}}:

        {{#alerts}}
        {{#conversation}}
        #{{conversation}}  {{urgency}}  {{channel}}  {{author}}{{#assignee}}  {{assignee}}{{/assignee}}
            {{metric}}: fällig {{due}}, {{#overdue}}seit {{distance}}{{/overdue}}{{^overdue}}in {{distance}}{{/overdue}}
            {{snippet}}
        {{/conversation}}
        {{^conversation}}
        {{cause}}{{#channel}}  {{channel}}{{/channel}}
            {{detail}}
        {{/conversation}}
        {{/alerts}}

        Was Sie eingeben können:
            hark inbox team:{{team}}   sie sehen, das Schlimmste zuerst
            hark show ID               eines lesen
            hark alerts                sehen, was offen ist und wer sich kümmert

        Im Browser lesen und sagen, dass Sie sich um alle kümmern:
        {{acknowledge}}

        -- 
        Hark schickt dies, weil die Leiter von {{team}} Sie nennt. Antworten darauf liest niemand.
        {{#unsubscribe}}
        Keine solchen Warnungen mehr: {{unsubscribe}}
        {{/unsubscribe}}

        """#

    static let english = #"""
        {{count}} alerts for {{team}}, step {{level}}{{#overdue}}, promises broken{{/overdue}}:

        {{#alerts}}
        {{#conversation}}
        #{{conversation}}  {{urgency}}  {{channel}}  {{author}}{{#assignee}}  {{assignee}}{{/assignee}}
            {{metric}}: due {{due}}, {{#overdue}}{{distance}} ago{{/overdue}}{{^overdue}}in {{distance}}{{/overdue}}
            {{snippet}}
        {{/conversation}}
        {{^conversation}}
        {{cause}}{{#channel}}  {{channel}}{{/channel}}
            {{detail}}
        {{/conversation}}
        {{/alerts}}

        What you can type:
            hark inbox team:{{team}}   see them, worst first
            hark show ID               read one
            hark alerts                see what is open and who takes care

        Read them in the browser and say that you take care of all of them:
        {{acknowledge}}

        -- 
        Hark sent this because the ladder of {{team}} names you. Nobody reads answers to it.
        {{#unsubscribe}}
        No more of these warnings: {{unsubscribe}}
        {{/unsubscribe}}

        """#
}
