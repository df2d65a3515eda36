import Foundation

/// Standard output. Written at once, because the children of the demo write to it too.
enum Screen {
    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
