import Foundation

/// JSON text made by an encoder, for texts that need escaping.
enum JSONText {
    static func object(_ fields: [String: String]) throws -> String {
        String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
    }
}
