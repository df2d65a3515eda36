/// Writes the Prometheus text format, version 0.0.4.
struct Exposition {
    private(set) var text = ""

    /// A family's head.
    mutating func family(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    /// One value.
    mutating func sample(_ name: String, _ labels: [String] = [], _ value: Double) {
        let list = labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}"
        let number = value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
        text += "\(name)\(list) \(number)\n"
    }

    /// A family of one value.
    mutating func single(_ name: String, _ type: String, _ help: String, _ value: Double) {
        family(name, type, help)
        sample(name, [], value)
    }

    /// A histogram's lines; its buckets add up.
    mutating func histogram(_ name: String, _ labels: [String], _ histogram: Meter.Histogram) {
        var total: UInt64 = 0
        for (index, count) in histogram.counts.enumerated() {
            total += count
            let bound = index < Meter.Histogram.bounds.count ? String(Meter.Histogram.bounds[index]) : "+Inf"
            sample(name + "_bucket", labels + ["le=\"\(bound)\""], Double(total))
        }
        sample(name + "_sum", labels, histogram.sum)
        sample(name + "_count", labels, Double(total))
    }

    /// A label's value with backslash, quote and line end escaped.
    static func escaped(_ value: String) -> String {
        var result = ""
        for character in value {
            switch character {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
        return result
    }
}
