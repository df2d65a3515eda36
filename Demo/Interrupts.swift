import Dispatch
import Foundation

/// Ctrl-C and SIGTERM as a stream, so that the demo can clear up after itself.
struct Interrupts {
    let signals: AsyncStream<Int32>
    private let sources: [any DispatchSourceSignal]

    init() {
        let (signals, tell) = AsyncStream<Int32>.makeStream()
        self.signals = signals
        sources = [SIGINT, SIGTERM].map { number in
            // Without this the default action would win.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { tell.yield(number) }
            source.resume()
            return source
        }
    }

    /// Listens no longer.
    func stop() { sources.forEach { $0.cancel() } }
}
