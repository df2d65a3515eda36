/// What escape sequences mean, as xterm, the Linux console, tmux and their kin send them.
enum KeySequence {
    /// The body of a control sequence, after `ESC [`: numbers, then a letter or `~`.
    static func input(_ body: [UInt8]) -> Input? {
        guard let last = body.last else { return nil }
        if body.first == 0x3C { return mouse(body.dropFirst().dropLast(), last) }
        let numbers = body.dropLast().split(separator: 0x3B, omittingEmptySubsequences: false).map { number($0) ?? 0 }
        let code = last == 0x7E ? tilde(numbers.first ?? 0) : letter(last)
        guard let code else { return nil }
        // Modifiers come as 1 + shift + 2·alt + 4·control.
        let modifiers = max(0, (numbers.count > 1 ? numbers[1] : 1) - 1)
        return .key(Key(code, control: modifiers & 4 != 0, alt: modifiers & 2 != 0))
    }

    /// The letter after `ESC O`.
    static func shifted(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x50...0x53: Key(.function(Int(byte) - 0x4F))
        case 0x4D: Key(.enter)
        default: letter(byte).map { Key($0) }
        }
    }

    private static func letter(_ byte: UInt8) -> Key.Code? {
        switch byte {
        case 0x41: .up
        case 0x42: .down
        case 0x43: .right
        case 0x44: .left
        case 0x46: .end
        case 0x48: .home
        case 0x50...0x53: .function(Int(byte) - 0x4F)
        case 0x5A: .backTab
        default: nil
        }
    }

    private static func tilde(_ number: Int) -> Key.Code? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    /// SGR mouse: `button;column;row` and `M` for a press, `m` for a release.
    private static func mouse(_ body: ArraySlice<UInt8>, _ last: UInt8) -> Input? {
        let numbers = body.split(separator: 0x3B).compactMap(number)
        guard last == 0x4D, numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
        let deed: Mouse.ScreenAct? =
            switch numbers[0] & ~0x1C {
            case 0: .press
            case 64: .wheelUp
            case 65: .wheelDown
            default: nil
            }
        return deed.map { .mouse(Mouse(deed: $0, row: numbers[2] - 1, column: numbers[1] - 1)) }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count < 7 else { return nil }
        return digits.reduce(Int?.some(0)) { sum, byte in
            (0x30...0x39).contains(byte) ? sum.map { $0 * 10 + Int(byte) - 0x30 } : nil
        }
    }
}
