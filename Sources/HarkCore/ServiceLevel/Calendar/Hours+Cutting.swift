extension BusinessCalendar.Hours {
    /// The parts on the day itself.
    var today: BusinessCalendar.Hours { map { $0.clamped(to: 0..<86_400) }.filter { !$0.isEmpty } }

    /// The parts after the next midnight, in that day's seconds.
    var tomorrow: BusinessCalendar.Hours {
        filter { $0.upperBound > 86_400 }.map { Swift.max($0.lowerBound - 86_400, 0)..<$0.upperBound - 86_400 }
    }

    /// The parts of the hours that lie in no break.
    func cut(by breaks: BusinessCalendar.Hours) -> BusinessCalendar.Hours {
        breaks.filter { !$0.isEmpty }.reduce(self) { open, pause in
            open.flatMap { range in
                let before =
                    range.lowerBound..<Swift.max(range.lowerBound, Swift.min(range.upperBound, pause.lowerBound))
                let after =
                    Swift.min(range.upperBound, Swift.max(range.lowerBound, pause.upperBound))..<range.upperBound
                return [before, after].filter { !$0.isEmpty }
            }
        }
    }
}

extension Array {
    /// The union of ranges, in order and apart from each other: those that touch or overlap become one.
    func merged<Bound: Comparable>() -> [Range<Bound>] where Element == Range<Bound> {
        sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { union, range in
            if let last = union.last, range.lowerBound <= last.upperBound {
                union[union.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
            } else {
                union.append(range)
            }
        }
    }
}
