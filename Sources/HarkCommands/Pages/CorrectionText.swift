import HarkCore

/// The team's word on a message, the same on every page.
enum CorrectionText {
    static func fragments(_ correction: Correction) -> [Fragment] {
        [.init("the team", .faint), .init(correction.verdict.summary, .ours), .init("@\(correction.by)")]
    }

    static func add(_ correction: Correction, to records: inout Records) {
        let message = String(correction.message.rawValue)
        records.add("correction", [message, correction.verdict.summary, correction.by, correction.at.description])
    }
}
