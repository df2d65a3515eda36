extension Reading {
    /// What the message is about, sorted.
    mutating func topics(_ language: Language) -> [String] {
        var topics: Set<String> = []
        for hit in hits {
            let row = model.traits[hit.row]
            guard row.slot == .topic, counts(row, in: language), let topic = model.rows[hit.row].group else { continue }
            topics.insert(topic)
            note(hit, weight: 0)
        }
        return topics.sorted()
    }
}
