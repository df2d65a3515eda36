/// The built-in alert mail as HTML; `Config/templates/alert.*.html` say the same.
enum AlertHTML {
    static let german = #"""
        <!DOCTYPE html>
        <html lang="de">
        <head><meta charset="utf-8"><title>Hark</title></head>
        <body style="font-family: sans-serif">
        <p><strong>
        {{#promise}}
        {{promise}} ist {{#overdue}}überfällig, seit {{distance}}.{{/overdue}}{{^overdue}}in {{distance}} fällig.{{/overdue}}
        {{/promise}}
        {{#channel_unhealthy}}
        Der Kanal <bdi>{{channel}}</bdi> arbeitet nicht mehr: <bdi>{{detail}}</bdi>
        {{/channel_unhealthy}}
        {{#channel_silent}}
        Der Kanal <bdi>{{channel}}</bdi> schweigt ungewöhnlich lange: <bdi>{{detail}}</bdi>
        {{/channel_silent}}
        {{#queue_unattended}}
        Um die Schlange von <bdi>{{team}}</bdi> kümmert sich niemand: <bdi>{{detail}}</bdi>
        {{/queue_unattended}}
        {{#spike}}
        Auf <bdi>{{channel}}</bdi> wird viel mehr gesagt als sonst: <bdi>{{detail}}</bdi>
        {{/spike}}
        </strong></p>
        {{#conversation}}
        <table cellpadding="3">
        <tr><th align="left">Gespräch</th><td>#{{conversation}}</td></tr>
        <tr><th align="left">Kanal</th><td><bdi>{{channel}}</bdi></td></tr>
        <tr><th align="left">Von</th><td><bdi>{{author}}</bdi></td></tr>
        <tr><th align="left">Wartet</th><td>seit {{waiting_since}} ({{waiting_for}})</td></tr>
        <tr><th align="left">Dringlichkeit</th><td>{{urgency}} ({{score}} von 100){{#words}}, wegen: <bdi>{{words}}</bdi>{{/words}}</td></tr>
        <tr><th align="left">Team</th><td><bdi>{{team}}</bdi></td></tr>
        <tr><th align="left">Zuständig</th><td>{{#assignee}}<bdi>{{assignee}}</bdi>{{/assignee}}{{^assignee}}niemand{{/assignee}}</td></tr>
        <tr><th align="left">Zusage</th><td><bdi>{{policy}}</bdi>, Stufe {{level}}</td></tr>
        <tr><th align="left">Fällig</th><td>{{due}}</td></tr>
        </table>
        <p><bdi>{{author}}</bdi> schrieb:</p>
        <blockquote>
        {{#quote}}
        <bdi>{{line}}</bdi><br>
        {{/quote}}
        </blockquote>
        {{#url}}
        <p>Dort steht es im Netzwerk: <a href="{{url}}">{{url}}</a></p>
        {{/url}}
        <p>Was Sie eingeben können:</p>
        <table cellpadding="3">
        <tr><td><code>hark show {{conversation}}</code></td><td>lesen</td></tr>
        <tr><td><code>hark reply {{conversation}}</code></td><td>antworten</td></tr>
        <tr><td><code>hark assign {{conversation}} &#64;name</code></td><td>jemandem geben</td></tr>
        <tr><td><code>hark why {{conversation}}</code></td><td>sehen, wie es zu Team und Zusage kam</td></tr>
        <tr><td><code>hark ack {{alert}}</code></td><td>sagen, dass Sie sich kümmern</td></tr>
        </table>
        {{/conversation}}
        {{^conversation}}
        <p>Was Sie eingeben können:</p>
        <table cellpadding="3">
        <tr><td><code>hark doctor</code></td><td>sehen, was nicht stimmt</td></tr>
        <tr><td><code>hark ack {{alert}}</code></td><td>sagen, dass Sie sich kümmern</td></tr>
        </table>
        {{/conversation}}
        <p><a href="{{acknowledge}}">Im Browser lesen und sagen, dass Sie sich kümmern</a></p>
        <p><small>Hark schickt dies, weil die Leiter von <bdi>{{team}}</bdi> Sie nennt. Antworten darauf liest niemand.
        {{#unsubscribe}}
        <a href="{{unsubscribe}}">Keine solchen Warnungen mehr</a>
        {{/unsubscribe}}
        </small></p>
        </body>
        </html>

        """#

    static let english = #"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Hark</title></head>
        <body style="font-family: sans-serif">
        <p><strong>
        {{#promise}}
        {{promise}} {{#overdue}}is overdue: it was due {{distance}} ago.{{/overdue}}{{^overdue}}is due in {{distance}}.{{/overdue}}
        {{/promise}}
        {{#channel_unhealthy}}
        The channel <bdi>{{channel}}</bdi> no longer works: <bdi>{{detail}}</bdi>
        {{/channel_unhealthy}}
        {{#channel_silent}}
        The channel <bdi>{{channel}}</bdi> has been silent for unusually long: <bdi>{{detail}}</bdi>
        {{/channel_silent}}
        {{#queue_unattended}}
        Nobody looks after the queue of <bdi>{{team}}</bdi>: <bdi>{{detail}}</bdi>
        {{/queue_unattended}}
        {{#spike}}
        Far more is said on <bdi>{{channel}}</bdi> than usual: <bdi>{{detail}}</bdi>
        {{/spike}}
        </strong></p>
        {{#conversation}}
        <table cellpadding="3">
        <tr><th align="left">Conversation</th><td>#{{conversation}}</td></tr>
        <tr><th align="left">Channel</th><td><bdi>{{channel}}</bdi></td></tr>
        <tr><th align="left">From</th><td><bdi>{{author}}</bdi></td></tr>
        <tr><th align="left">Waiting</th><td>since {{waiting_since}} ({{waiting_for}})</td></tr>
        <tr><th align="left">Urgency</th><td>{{urgency}} ({{score}} of 100){{#words}}, because of: <bdi>{{words}}</bdi>{{/words}}</td></tr>
        <tr><th align="left">Team</th><td><bdi>{{team}}</bdi></td></tr>
        <tr><th align="left">Assignee</th><td>{{#assignee}}<bdi>{{assignee}}</bdi>{{/assignee}}{{^assignee}}nobody{{/assignee}}</td></tr>
        <tr><th align="left">Policy</th><td><bdi>{{policy}}</bdi>, step {{level}}</td></tr>
        <tr><th align="left">Due</th><td>{{due}}</td></tr>
        </table>
        <p><bdi>{{author}}</bdi> wrote:</p>
        <blockquote>
        {{#quote}}
        <bdi>{{line}}</bdi><br>
        {{/quote}}
        </blockquote>
        {{#url}}
        <p>There it stands on the network: <a href="{{url}}">{{url}}</a></p>
        {{/url}}
        <p>What you can type:</p>
        <table cellpadding="3">
        <tr><td><code>hark show {{conversation}}</code></td><td>read it</td></tr>
        <tr><td><code>hark reply {{conversation}}</code></td><td>answer it</td></tr>
        <tr><td><code>hark assign {{conversation}} &#64;name</code></td><td>give it to somebody</td></tr>
        <tr><td><code>hark why {{conversation}}</code></td><td>see how it came to this team and policy</td></tr>
        <tr><td><code>hark ack {{alert}}</code></td><td>say that you take care</td></tr>
        </table>
        {{/conversation}}
        {{^conversation}}
        <p>What you can type:</p>
        <table cellpadding="3">
        <tr><td><code>hark doctor</code></td><td>see what is wrong</td></tr>
        <tr><td><code>hark ack {{alert}}</code></td><td>say that you take care</td></tr>
        </table>
        {{/conversation}}
        <p><a href="{{acknowledge}}">Read it in the browser and say that you take care</a></p>
        <p><small>Hark sent this because the ladder of <bdi>{{team}}</bdi> names you. Nobody reads answers to it.
        {{#unsubscribe}}
        <a href="{{unsubscribe}}">No more of these warnings</a>
        {{/unsubscribe}}
        </small></p>
        </body>
        </html>

        """#
}
