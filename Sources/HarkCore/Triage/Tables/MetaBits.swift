/// The bits of the metas a text's look decides, worked out once.
struct MetaBits {
    static let shared = MetaBits()

    let capitals = Meta.capitals.bit
    let capitalWord = Meta.capitalWord.bit
    let bang = Meta.bang.bit
    let bangs = Meta.bangs.bit
    let question = Meta.question.bit
    let questions = Meta.questions.bit
    let stretched = Meta.stretched.bit
    let link = Meta.link.bit
    let mention = Meta.mention.bit
    let addressed = Meta.addressed.bit
    let mentions = Meta.mentions.bit
    let hashtag = Meta.hashtag.bit
    let hashtags = Meta.hashtags.bit
    let number = Meta.number.bit
    let longNumber = Meta.longNumber.bit
    let ellipsis = Meta.ellipsis.bit
    let quote = Meta.quote.bit
    let currency = Meta.currency.bit
    let short = Meta.short.bit
    let long = Meta.long.bit
    let veryLong = Meta.veryLong.bit
}
