import HarkCore

/// What Telegram posts when a line of the day happens: one update.
struct TelegramDelivery {
    let line: Day.Line
    let time: Instant
    /// Where the line stands in the day; later updates have higher numbers.
    let position: Int

    var body: JSON {
        let key = line.event == .edits ? "edited_message" : "message"
        return .object(["update_id": .number(Int64(910_000 + position)), key: message])
    }

    private var message: JSON {
        let person = line.who.number
        return [
            "message_id": .number(line.name.number % 100_000),
            "date": .number(time.milliseconds / 1000),
            "chat": ["id": .number(person), "type": "private", "first_name": .text(line.who)],
            "from": ["id": .number(person), "is_bot": false, "first_name": .text(line.who)],
            "text": .text(line.text),
        ]
    }
}
