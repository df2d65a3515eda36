import NIOCore

/// Feeds a connection's lines to the dialogue and does what it says.
final class SMTPConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var dialogue: SMTPDialogue
    private let keep: (ReceivedMail) -> Bool
    private var unread = ByteBuffer()

    init(_ dialogue: SMTPDialogue, keep: @escaping (ReceivedMail) -> Bool) {
        self.dialogue = dialogue
        self.keep = keep
    }

    func channelActive(context: ChannelHandlerContext) {
        say(SMTPDialogue.greeting, context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var part = unwrapInboundIn(data)
        unread.writeBuffer(&part)
        while let end = unread.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
            let length = end - unread.readerIndex + 1
            // "\r\n" is one Character: dropping the last one drops the whole line end.
            guard let line = unread.readString(length: length) else { return }
            for step in dialogue.take(String(line.dropLast())) { obey(step, context) }
        }
        unread.discardReadBytes()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func obey(_ step: SMTPDialogue.Step, _ context: ChannelHandlerContext) {
        switch step {
        case .say(let text): say(text, context)
        case .keep(let mail): say(keep(mail) ? "250 2.0.0 Taken" : "452 4.3.1 No room for the mail", context)
        case .hangUp: context.close(promise: nil)
        }
    }

    private func say(_ text: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text + "\r\n")), promise: nil)
    }
}
