import HarkCore

/// The explanation for programs: a record a line, the kind of record first.
enum ExplanationRecords {
    static func render(_ explanation: Explanation) -> String {
        var records = Records()
        ConversationRecords.add(explanation.conversation, to: &records)
        for clock in explanation.clocks { ConversationRecords.add(clock, to: &records) }
        for message in explanation.messages { add(message, to: &records) }
        return records.text
    }

    private static func add(_ message: Explanation.JudgedMessage, to records: inout Records) {
        let (id, triage) = (String(message.id), message.triage)
        records.add("message", id, message.text)
        records.add("triage", [id, "language", triage.language.rawValue])
        records.add("triage", [id, "sentiment", triage.sentiment.label.rawValue, String(triage.sentiment.score)])
        records.add("triage", [id, "urgency", triage.urgency.level.rawValue, String(triage.urgency.score)])
        records.add("triage", [id, "topics", triage.topics.joined(separator: " ")])
        records.add("triage", [id, "tables", triage.fingerprint])
        if let correction = message.correction {
            CorrectionText.add(correction, to: &records)
        }
        for evidence in triage.evidence {
            records.add(
                "evidence",
                [
                    id, evidence.aspect.rawValue, String(evidence.weight), evidence.term, evidence.group,
                    evidence.quotation(in: message.text), evidence.rule, evidence.source,
                ]
            )
        }
        for match in message.routing.matches {
            records.add("rule", [id, match.rule, match.condition, match.outcome, match.source])
        }
    }
}
