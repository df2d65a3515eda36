public import HarkCore

/// Reads text files that people name: ordinary files in UTF-8, of a size that fits in memory.
public enum TextFile {
    /// Tables beyond this are not edited by people.
    private static let largest = 67_108_864

    /// The file's text. Throws a ``Failure`` with the file's name, or `name`, and what to do.
    public static func read(_ path: String, as name: String? = nil) throws(Failure) -> String {
        let name = name ?? path
        switch RegularFile.read(path, atMost: largest) {
        case .failure(let refusal): throw failure(name, "the table \(refusal.reason)")
        case .success(let data):
            guard let text = String(validating: data, as: UTF8.self) else {
                throw failure(name, "the table is not UTF-8; save it as UTF-8")
            }
            return text
        }
    }

    private static func failure(_ name: String, _ detail: String) -> Failure {
        Failure(.badConfiguration, "\(name): \(detail)", problems: [.init(pointer: "\(name):1", detail: detail)])
    }
}
