import HarkCore

extension Evidence {
    /// The piece of the text that the evidence points at; nil where it points at none.
    func quotation(in text: String) -> String? {
        guard let span, span.start >= 0, span.length > 0 else { return nil }
        let bytes = Array(text.utf8.dropFirst(span.start).prefix(span.length))
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}

/// Weights as people read them.
enum Weights {
    /// Sentiment and language count in thousandths, urgency in points; a topic has no weight.
    static func signed(_ evidence: Evidence) -> String {
        switch evidence.aspect {
        case .sentiment, .language, .spam: thousandths(evidence.weight)
        case .urgency: (evidence.weight > 0 ? "+" : "") + String(evidence.weight)
        case .topic: "✓"
        }
    }

    /// `-350` as `-0.350`, `200` as `+0.200`.
    static func thousandths(_ value: Int) -> String {
        let digits = String(abs(value) % 1000)
        let fraction = String(repeating: "0", count: 3 - digits.count) + digits
        return (value < 0 ? "-" : value > 0 ? "+" : "") + "\(abs(value) / 1000).\(fraction)"
    }
}
