import Foundation
public import HarkCore

extension EmailConnector: ReplyingConnector {
    /// A letter to whoever wrote, in the thread of what it answers.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let letter = try ReplyLetter(reply, channel: channel).rendered()
        return HTTPRequest(mail: .letter(letter, at: try MailSettings.submission(of: channel)), timeout: .seconds(60))
    }

    /// The letter's own Message-ID, which we chose.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        Receipt(messageID: ReplyLetter.id(of: reply, channel: channel))
    }
}
