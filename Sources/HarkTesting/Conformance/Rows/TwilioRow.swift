import Foundation
import HarkCore

extension Row {
    static let twilio = Row(
        network: "twilio",
        folders: ["twilio": "webhook"],
        bodyKeys: ["MessageSid"],
        cut: { $0.twilioForms },
        route: { piece in piece.caseName == "rest_error" ? .answer("REST error") : .webhook }
    )
}

extension Piece {
    /// Forms are shown as JSON; one whose name says that it adds to another is laid over it.
    fileprivate var twilioForms: [Piece]? {
        guard let cases = json as? [String: Any], cases["MessageSid"] == nil else { return nil }
        let forms = cases.compactMapValues { $0 as? [String: String] }
        var pieces = forms.filter { $0.value["MessageSid"] != nil }.map { named($0.key, form: $0.value) }
        for (name, extra) in forms where name.hasSuffix("_extra") {
            for (base, form) in forms where form["MessageSid"] != nil {
                pieces.append(named("\(base) + \(name)", form: form.merging(extra) { $1 }))
            }
        }
        for (name, answer) in cases where (answer as? [String: Any])?["code"] != nil {
            var piece = with(answer)
            piece.caseName = name
            piece.exchange.response.status = (answer as? [String: Any])?["status"] as? Int ?? 400
            pieces.append(piece)
        }
        return pieces.sorted { ($0.caseName ?? "") < ($1.caseName ?? "") }
    }

    private func named(_ name: String, form: [String: String]) -> Piece {
        var piece = self
        piece.caseName = name
        let pairs = form.sorted { $0.key < $1.key }.map { (name: Array($0.key.utf8), value: Array($0.value.utf8)) }
        piece.exchange.response.body = Array(SignatureVector.written(pairs).utf8)
        piece.headers = .arrived(at: Instant(seconds: 1_700_000_000))
        return piece
    }
}
