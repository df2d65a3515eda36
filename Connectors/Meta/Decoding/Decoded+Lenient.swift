import HarkCore

extension Decoded {
    /// Reads the elements of a batch one by one: a bad one is noted, the others are kept.
    mutating func read<Element: Decodable & Sendable>(
        _ elements: [Lenient<Element>]?,
        as name: String,
        _ body: (Element) throws(DecodingFailure) -> Reading
    ) {
        for element in elements ?? [] {
            guard let value = element.value else {
                malformed.append("\(name): not of the documented shape")
                continue
            }
            do {
                switch try body(value) {
                case .items(let inbound): items += inbound
                case .skipped(let event): skipped.append(event)
                }
            } catch {
                malformed.append("\(name): \(error.reason)")
            }
        }
    }
}

/// What one element of a batch turned out to be.
enum Reading {
    case items([Inbound])
    /// An event that Hark ignores by design, by its name.
    case skipped(String)
}

extension TextID? {
    /// The text, or a failure that names what is missing.
    func required(_ name: String) throws(DecodingFailure) -> String {
        guard let text else { throw DecodingFailure("\(name) is missing") }
        return text
    }
}
