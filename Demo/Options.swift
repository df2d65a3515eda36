/// What the command line asks for.
struct Options {
    /// End after the report instead of staying up.
    var exits = false
    /// The folder the demo makes for itself.
    var folder = "demo-data"
    /// The first port to try for the server.
    var port = 8425

    static let usage = """
        usage: hark-demo [--exit] [--folder PATH] [--port NUMBER]

          --exit         end after the report instead of staying up until Ctrl-C
          --folder PATH  the folder of the demo, made anew each time (demo-data)
          --port NUMBER  the first port to try for the server (8425)

        Run it at the root of the source tree.
        """

    init(_ arguments: [String]) throws(DemoFailure) {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch (word, rest.first) {
            case ("--exit", _): exits = true
            case ("--folder", let path?):
                folder = path
                rest.removeFirst()
            case ("--port", let text?):
                guard let number = Int(text), (1...65_535).contains(number) else {
                    throw DemoFailure("“\(text)” is no port\n\n\(Self.usage)")
                }
                port = number
                rest.removeFirst()
            default: throw DemoFailure("“\(word)” cannot be read\n\n\(Self.usage)")
            }
        }
    }
}

/// Why the demo cannot go on, as a sentence for the person who started it.
struct DemoFailure: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
