/// Trouble that a test orders from the sink. Each happens once, at the next moment its stage is reached.
public enum SMTPFault: Sendable, Hashable {
    /// Where in the dialogue it happens.
    public enum Stage: Sendable, Hashable {
        /// At MAIL FROM.
        case sender
        /// At RCPT TO.
        case recipient
        /// At the DATA command.
        case data
        /// After the first line of the message for a hang-up; after its last for an answer.
        case message
    }

    /// The sink answers this instead: `451 4.3.0 Try again later`.
    case answer(Stage, String)
    /// The sink closes the connection without a word.
    case hangUp(Stage)

    /// Where in the dialogue it happens.
    var stage: Stage {
        switch self {
        case .answer(let stage, _), .hangUp(let stage): stage
        }
    }
}
