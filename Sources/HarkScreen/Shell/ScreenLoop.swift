import Foundation
import HarkCore

/// The one loop: waits for keys, signals, answers and time, makes the next state, shows it.
struct ScreenLoop {
    /// An escape that nothing follows for so long is the Escape key.
    private static let escapePause: Int32 = 40
    /// News are read together, so often at most.
    private static let newsPause: Int32 = 200

    private let house: ScreenHouse
    private let mail: ScreenMail
    private let worker: DeskWorker
    private let wakeEnd: Int32
    private let palette: Palette
    private var state: ScreenState
    private var decoder = KeyDecoder()
    private var shown: Frame?
    private var status: Int32?

    init(_ house: ScreenHouse, mail: ScreenMail, worker: DeskWorker, wakeEnd: Int32) {
        self.house = house
        self.mail = mail
        self.worker = worker
        self.wakeEnd = wakeEnd
        palette = Palette(hasColour: house.hasColour)
        let drafts = house.drafts.drafts().map { draft in
            (DraftKey(conversation: draft.conversation, kind: draft.isNote ? .note : .reply), draft.text)
        }
        state = ScreenState(
            facts: ScreenFacts(offset: house.offset, readTime: house.readTime),
            now: house.clock.now,
            size: TerminalModes.size(),
            query: house.query,
            drafts: Dictionary(drafts, uniquingKeysWith: { _, newest in newest })
        )
    }

    /// Runs to the end and returns the exit status.
    mutating func run() -> Int32 {
        TerminalModes.enter()
        defer { TerminalModes.leave() }
        carryOut([state.list.request(), .directory])
        show()
        while status == nil {
            wait()
            take(.tick(house.clock.now))
            for event in mail.drain() { take(event) }
            show()
        }
        return status ?? 0
    }

    // MARK: - Waiting

    private mutating func wait() {
        var sources = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeEnd, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&sources, 2, pause)
        if sources[1].revents != 0 { obeySignals() }
        guard status == nil else { return }
        if sources[0].revents != 0 {
            readKeys()
        } else if count == 0 {
            for input in decoder.flush() { take(.input(input)) }
        }
    }

    private var pause: Int32 {
        if decoder.isWaiting { return Self.escapePause }
        return state.list.isStale ? Self.newsPause : Int32(1000 - house.clock.now.milliseconds % 1000)
    }

    private mutating func readKeys() {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let count = read(STDIN_FILENO, &buffer, buffer.count)
        if count > 0 {
            for input in decoder.feed(Array(buffer.prefix(count))) where status == nil { take(.input(input)) }
        } else if count == 0 || errno != EINTR && errno != EAGAIN {
            status = 128 + SIGHUP
        }
    }

    private mutating func obeySignals() {
        for wake in TerminalSignals.wakes() {
            switch wake {
            case .mail: break
            case .resized: take(.resized(TerminalModes.size()))
            case .continued: comeBack()
            case .suspend: suspend()
            case .ended(let number): status = 128 + number
            }
        }
    }

    // MARK: - Going on

    private mutating func take(_ event: ScreenEvent) { carryOut(state.take(event)) }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .list(let query, let count, let ticket): worker.list(query, count: count, ticket: ticket)
            case .open(let id): worker.open(id)
            case .directory: worker.directory()
            case .canned(let name, let id): worker.canned(name, for: id)
            case .preview(let name, let ids): worker.preview(name, on: ids)
            case .saveView(let name, let query): worker.save(name, query)
            case .present(let doing, let id, let left): worker.present(doing, at: id, leaving: left)
            case .perform(let act, let ids): worker.perform(act, ids)
            case .keep(let key, let text):
                house.drafts.keep(.init(conversation: key.conversation, isNote: key.kind == .note, text: text ?? ""))
            case .edit(let key, let text): edit(key, text)
            case .suspend: suspend()
            case .redraw: shown = nil
            case .quit: status = 0
            }
        }
    }

    private mutating func show() {
        let frame = ScreenView.frame(state)
        let bytes = FrameDiff.bytes(from: shown, to: frame, palette: palette)
        if !bytes.isEmpty, !TerminalWriter.write(Array(bytes.utf8)) { status = 128 + SIGHUP }
        shown = frame
    }

    // MARK: - Giving the terminal away

    private mutating func edit(_ key: DraftKey, _ text: String) {
        TerminalModes.leave()
        let written = (try? house.edit(EditorText.make(text, state))).map(EditorText.draft)
        comeBack()
        take(.edited(key, written))
    }

    private mutating func suspend() {
        TerminalModes.leave()
        TerminalSignals.stop()
        comeBack()
    }

    private mutating func comeBack() {
        TerminalModes.enter()
        take(.resized(TerminalModes.size()))
    }
}
