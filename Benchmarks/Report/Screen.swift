import Foundation

/// Standard output, line by line as it happens, in a pipe too.
enum Screen {
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
