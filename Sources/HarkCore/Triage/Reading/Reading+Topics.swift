extension Reading {
    /// What the message is about, sorted.
    mutating func topics() -> [String] {
        guard found.has(.topic) else { return [] }
        var topics: [String] = []
        for hit in hits where hit.slot == .topic {
            guard let topic = model.origins[Int(hit.row)].group else { continue }
            if !topics.contains(topic) { topics.append(topic) }
            note(hit, weight: 0)
        }
        return topics.sorted()
    }
}
