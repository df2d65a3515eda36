import Foundation

/// The independent reading of recorded payloads that the connectors are held against.
///
/// It is no part of the project. `HARK_SHARED` names its folder; by default it is looked for beside the package.
enum Oracle {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["HARK_SHARED"] { return URL(fileURLWithPath: path) }
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return package.appendingPathComponent("../shared").standardizedFileURL
    }()

    static let payloads = folder.appendingPathComponent("payloads")

    static var isThere: Bool {
        FileManager.default.fileExists(atPath: payloads.appendingPathComponent("EXPECTED.jsonl").path)
    }

    /// Everything expected of one network, in the file's order.
    static func expectations(of network: String, shapes: Set<String>) throws -> [Expectation] {
        try all.get().filter { $0.network == network && shapes.contains($0.shape) }
    }

    static func bytes(of file: String) throws -> Data {
        try Data(contentsOf: payloads.appendingPathComponent(file))
    }

    private static let all = Result {
        let data = try Data(contentsOf: payloads.appendingPathComponent("EXPECTED.jsonl"))
        return try data.split(separator: UInt8(ascii: "\n")).map { line in
            Expectation(try JSONDecoder().decode([String: JSONValue].self, from: Data(line)))
        }
    }
}

/// What one payload file must be read as.
struct Expectation: Sendable {
    var file: String
    var network: String
    var shape: String
    var endpoint: String
    var note: String
    /// What a connector must conclude from the answer, for an error.
    var error: String?
    var items: [ExpectedItem]

    init(_ object: [String: JSONValue]) {
        file = object["file"]?.text ?? ""
        network = object["network"]?.text ?? ""
        shape = object["shape"]?.text ?? ""
        endpoint = object["endpoint"]?.text ?? ""
        note = object["note"]?.text ?? ""
        error = object["error"]?.text
        items = (object["items"]?.list ?? []).enumerated().compactMap { number, value in
            if case .object(let fields) = value { ExpectedItem(number: number, fields: fields) } else { nil }
        }
    }
}

/// One item with the alternatives that are right too.
struct ExpectedItem: Sendable {
    var number: Int
    var fields: [String: JSONValue]

    /// Everything the field may be: the reading itself and those under `…Any`.
    func allowed(_ field: String) -> [JSONValue] {
        [fields[field] ?? .null] + (fields[field + "Any"]?.list ?? [])
    }

    func allowsAnything(in field: String) -> Bool { fields[field + "Free"]?.isTrue ?? false }

    /// An echo may also be dropped, unless another reading makes it a message.
    var mayBeAbsent: Bool {
        fields["optional"]?.isTrue ?? false || allowed("is") == [.text("echo")]
    }

    var caseName: String? { fields["case"]?.text ?? fields["case"]?.int.map(String.init) }
    var calls: [Int] { (fields["calls"]?.list ?? []).compactMap(\.int) }
}
