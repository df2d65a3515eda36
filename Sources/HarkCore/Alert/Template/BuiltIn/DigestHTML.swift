/// The built-in digest mail as HTML; `Config/templates/digest.*.html` say the same.
enum DigestHTML {
    static let german = #"""
        <!DOCTYPE html>
        <html lang="de">
        <head><meta charset="utf-8"><title>Hark</title></head>
        <body style="font-family: sans-serif">
        <p><strong>{{count}} Meldungen für <bdi>{{team}}</bdi>, Stufe {{level}}{{#overdue}}, Zusagen gebrochen{{/overdue}}</strong></p>
        <table cellpadding="3">
        {{#alerts}}
        {{#conversation}}
        <tr><td valign="top">#{{conversation}}</td><td><bdi>{{author}}</bdi>, <bdi>{{channel}}</bdi>{{#assignee}}, <bdi>{{assignee}}</bdi>{{/assignee}}, {{urgency}}<br>
        {{metric}}: fällig {{due}}, {{#overdue}}seit {{distance}}{{/overdue}}{{^overdue}}in {{distance}}{{/overdue}}<br>
        <bdi>{{snippet}}</bdi></td></tr>
        {{/conversation}}
        {{^conversation}}
        <tr><td></td><td>{{cause}}{{#channel}} <bdi>{{channel}}</bdi>{{/channel}}: <bdi>{{detail}}</bdi></td></tr>
        {{/conversation}}
        {{/alerts}}
        </table>
        <p>Was Sie eingeben können:</p>
        <table cellpadding="3">
        <tr><td><code>hark inbox team:{{team}}</code></td><td>sie sehen, das Schlimmste zuerst</td></tr>
        <tr><td><code>hark show ID</code></td><td>lesen</td></tr>
        <tr><td><code>hark alerts</code></td><td>sehen, was offen ist und wer sich kümmert</td></tr>
        </table>
        <p><a href="{{acknowledge}}">Im Browser lesen und sagen, dass Sie sich um alle kümmern</a></p>
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
        <p><strong>{{count}} alerts for <bdi>{{team}}</bdi>, step {{level}}{{#overdue}}, promises broken{{/overdue}}</strong></p>
        <table cellpadding="3">
        {{#alerts}}
        {{#conversation}}
        <tr><td valign="top">#{{conversation}}</td><td><bdi>{{author}}</bdi>, <bdi>{{channel}}</bdi>{{#assignee}}, <bdi>{{assignee}}</bdi>{{/assignee}}, {{urgency}}<br>
        {{metric}}: due {{due}}, {{#overdue}}{{distance}} ago{{/overdue}}{{^overdue}}in {{distance}}{{/overdue}}<br>
        <bdi>{{snippet}}</bdi></td></tr>
        {{/conversation}}
        {{^conversation}}
        <tr><td></td><td>{{cause}}{{#channel}} <bdi>{{channel}}</bdi>{{/channel}}: <bdi>{{detail}}</bdi></td></tr>
        {{/conversation}}
        {{/alerts}}
        </table>
        <p>What you can type:</p>
        <table cellpadding="3">
        <tr><td><code>hark inbox team:{{team}}</code></td><td>see them, worst first</td></tr>
        <tr><td><code>hark show ID</code></td><td>read it</td></tr>
        <tr><td><code>hark alerts</code></td><td>see what is open and who takes care</td></tr>
        </table>
        <p><a href="{{acknowledge}}">Read them in the browser and say that you take care of all of them</a></p>
        <p><small>Hark sent this because the ladder of <bdi>{{team}}</bdi> names you. Nobody reads answers to it.
        {{#unsubscribe}}
        <a href="{{unsubscribe}}">No more of these warnings</a>
        {{/unsubscribe}}
        </small></p>
        </body>
        </html>

        """#
}
