import Foundation
import HarkCore
import Testing

@Suite struct MendedJSONTests {
    @Test(arguments: [
        (#""half \ud83d""#, "half \u{FFFD}"), (#""\udE00 half""#, "\u{FFFD} half"),
        (#""whole \ud83d\ude00""#, "whole 😀"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        (#""a path \\ud83d""#, #"a path \ud83d"#), (#""\u00e9\n""#, "é\n"), (#""plain""#, "plain"),
    ])
    func halfASurrogatePairCostsOnlyItself(_ json: String, _ text: String) throws {
        let mended = Array(json.utf8).mendedJSON
        #expect(try JSONDecoder().decode(String.self, from: Data(mended)) == text)
    }

    @Test func halfASequenceCostsOnlyItself() throws {
        let mended = (Array(#""half "#.utf8) + [0xC3] + Array(#" and 😀""#.utf8)).mendedJSON
        #expect(try JSONDecoder().decode(String.self, from: Data(mended)) == "half \u{FFFD} and 😀")
    }

    @Test(arguments: ["", "\\", #"\u"#, #"\ud83"#, #""\ud83d\"#])
    func textThatEndsEarlyIsLeftToTheParser(_ json: String) {
        #expect(Array(json.utf8).mendedJSON.count >= json.utf8.count)
    }
}
