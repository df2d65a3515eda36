import Foundation
import HarkConfig
import HarkCore
import Testing

@Suite("The keyword folder") struct KeywordFolderTests {
    static let shipped = ShippedConfigurationTests.folder.appendingPathComponent("keywords")

    /// A copy of the shipped tables with one changed or added.
    func folder(_ name: String, _ change: (String) -> Data) throws -> String {
        let folder = NSTemporaryDirectory() + "hark-keywords-" + UUID().uuidString
        try FileManager.default.copyItem(atPath: Self.shipped.path, toPath: folder)
        let file = URL(fileURLWithPath: folder + "/" + name)
        let old = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        try change(old).write(to: file)
        return folder
    }

    func problems(_ folder: String) -> [String] {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            _ = try KeywordFolder.load(folder)
            return []
        } catch {
            return error.problems.map { "\($0.pointer): \($0.detail)" }
        }
    }

    @Test func aBadRowIsNamedWithItsLine() throws {
        let folder = try folder("topics.tsv") { old in Data((old + "a b c d\tdelivery\n").utf8) }
        let lines = try String(contentsOfFile: folder + "/topics.tsv", encoding: .utf8).split(separator: "\n").count
        #expect(problems(folder) == ["topics.tsv:\(lines): column 1: a term has one to three words, “a b c d” has 4"])
    }

    @Test func aTableWithAnUnknownNameIsNoticed() throws {
        let folder = try folder("topic.tsv") { _ in Data("term\ttopic\n".utf8) }
        #expect(problems(folder) == ["topic.tsv:1: unknown table; did you mean “topics.tsv”?"])
    }

    @Test func aTableThatIsNotUTF8IsNoticed() throws {
        let folder = try folder("base_de.tsv") { _ in Data([0x74, 0xFC, 0x0A]) }
        #expect(problems(folder) == ["base_de.tsv:1: the table is not UTF-8; save it as UTF-8"])
    }

    @Test func aMissingFolderNamesEveryTable() {
        #expect(problems("/nowhere/at/all").count == KeywordTable.files.count)
    }

    @Test func everyByteOfATableChangesTheFingerprint() throws {
        let folder = try folder("overrides.tsv") { old in Data((old + "# a remark\n").utf8) }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try KeywordFolder.load(folder).fingerprint != KeywordFolder.load(Self.shipped.path).fingerprint)
    }
}
