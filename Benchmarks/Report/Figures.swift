import Foundation

/// Numbers as they are printed, and what many of them come to.
enum Figures {
    /// The middle value; the lower of two.
    static func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

    /// The value that the given share does not exceed; 0 of nothing.
    static func quantile(_ values: [Double], _ share: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let place = (Double(values.count) * share).rounded(.up) - 1
        return values.sorted()[min(max(Int(place), 0), values.count - 1)]
    }

    /// A number with a number of decimals.
    static func text(_ value: Double, _ decimals: Int = 0) -> String { String(format: "%.\(decimals)f", value) }

    /// A share in percent.
    static func percent(_ share: Double) -> String { text(share * 100) + " %" }

    /// A line of columns, the first to the left, the others to the right.
    static func row(_ cells: [String]) -> String {
        cells.enumerated().map { index, cell in
            let space = String(repeating: " ", count: max(0, (index == 0 ? 26 : 12) - cell.count))
            return index == 0 ? cell + space : space + cell
        }.joined()
    }
}
