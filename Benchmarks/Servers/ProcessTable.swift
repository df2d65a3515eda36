import Foundation

/// What /proc tells of a process and of the machine.
enum ProcessTable {
    private static let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
    private static let processors = Double(sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// User and system seconds of a process.
    static func cpuSeconds(of process: Int) -> Double {
        let text = read("/proc/\(process)/stat")
        // The name in parentheses may hold anything; the numbers stand behind it.
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12 else { return 0 }
        return ((Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0)) / ticks
    }

    /// Resident memory of a process in MB.
    static func residentMegabytes(of process: Int) -> Double {
        let line = read("/proc/\(process)/status").split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
        return (kilobytes ?? 0) / 1024
    }

    /// Seconds that all processes together have kept the processors busy.
    static var busySeconds: Double {
        let line = read("/proc/stat").split(separator: "\n").first ?? ""
        let values = line.split(separator: " ").dropFirst().compactMap { Double($0) }
        guard values.count > 7 else { return 0 }
        return (values[0] + values[1] + values[2] + values[5] + values[6]) / ticks
    }

    /// The share of the machine that others used while `seconds` passed.
    static func othersShare(busy: Double, ours: Double, seconds: Double) -> Double {
        max(0, busy - ours) / (seconds * processors)
    }

    private static func read(_ path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
