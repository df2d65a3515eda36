import HarkCore
import Testing

@Suite struct SweepingLists {
    private func at(_ second: Int64) -> Instant { Instant(seconds: second) }

    @Test func aSweepGoesDownToTheMarkAndOnlyThenMovesIt() {
        let first = Sweep("1000000").after([at(3000), at(2900)], next: "p2", overlap: .seconds(100), floor: nil)
        #expect(first.hasMore)
        #expect(first.sweep.description == "1000000<3000000|p2")
        let second = Sweep(first.sweep.cursor).after(
            [at(950), at(800)],
            next: "p3",
            overlap: .seconds(100),
            floor: nil
        )
        #expect(!second.hasMore)
        #expect(second.sweep.cursor == "3000000")
    }

    @Test func oneLateElementDoesNotHideWhatFollows() {
        let page = [at(3000), at(2900), at(1), at(2800), at(2700)]
        #expect(Sweep("1000000").after(page, next: "p2", overlap: .zero, floor: nil).hasMore)
    }

    @Test func theFirstSweepEndsAtTheFloor() {
        let (sweep, hasMore) = Sweep(nil).after([at(90), at(80)], next: "p2", overlap: .zero, floor: at(100))
        #expect(!hasMore && sweep.mark == at(90))
        #expect(Sweep(nil).after([], next: nil, overlap: .zero, floor: at(100)).sweep.mark == at(100))
    }

    @Test func theSameTokenAgainDoesNotTurnInACircle() {
        let again = Sweep("1<2|p").after([at(3000)], next: "p", overlap: .zero, floor: nil)
        #expect(again.hasMore && again.sweep.isDoubted, "a page that came twice may hide the next one")
        #expect(!again.sweep.after([at(3000)], next: "p", overlap: .zero, floor: nil).hasMore)
    }

    @Test func anEmptyPageLosesNothing() {
        let (sweep, hasMore) = Sweep("1000").after([], next: nil, overlap: .zero, floor: nil)
        #expect(!hasMore && sweep.cursor == "1000")
        #expect(Sweep("1000").after([], next: "p", overlap: .zero, floor: nil).hasMore, "filtered pages may be empty")
        let doubted = Sweep("1000<9000|p").after([], next: nil, overlap: .zero, floor: nil)
        #expect(doubted.hasMore && doubted.sweep.cursor == "1000<9000!p", "asked for once more before the mark moves")
        #expect(Sweep("1000<9000!p").after([], next: nil, overlap: .zero, floor: nil).sweep.cursor == "9000")
    }

    @Test(arguments: [nil, "", "x", "<|", "1000", "1000<|t", "<5|a|b<c", "9<9|"])
    func everyTextIsACursor(text: String?) {
        let sweep = Sweep(text)
        #expect(Sweep(sweep.cursor) == sweep || sweep.token == nil)
    }
}

@Suite struct SiftingPages {
    private func message(_ id: String, by author: String, at second: Int64, announced: Bool = false) -> Inbound {
        let draft = Draft(
            id: id,
            kind: .mention,
            isPrivate: false,
            author: Author(id: author),
            text: id,
            conversation: .thread(id),
            sentAt: Instant(seconds: second),
            needsFetch: announced
        )
        return Inbound(network: Network("toy"), change: .message(draft))
    }

    @Test func oldAnnouncedAndOwnMessagesAreNoNews() {
        let sieve = PageSieve(account: "us", floor: Instant(seconds: 100), dropsAnnounced: true)
        let sifted = sieve.sift(
            Decoded(items: [
                message("old", by: "ana", at: 99), message("new", by: "ana", at: 100),
                message("ours", by: "us", at: 101),
                message("soon", by: "ana", at: 102, announced: true),
            ])
        )
        #expect(sifted.items.count == 2 && sifted.skipped.count == 2)
        guard case .message(let new) = sifted.items[0].change, case .echo(let ours) = sifted.items[1].change else {
            Issue.record("expected a message and an echo")
            return
        }
        #expect(new.id == "new" && ours.id == "ours")
    }
}

@Test(
    arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37.000Z"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37.000Z"),
        ("06 Nov 2026 09:00 +0100", "2026-11-06T08:00:00.000Z"),
        ("Fri, 6 Nov 26 04:00:00 EST", "2026-11-06T09:00:00.000Z"),
        ("Fri, 07 Oct 2022 22:43:17 UTC", "2022-10-07T22:43:17.000Z"), ("yesterday", nil), ("", nil),
        ("32 Nov 2026 09:00 GMT", nil), ("6 Foo 2026 09:00 GMT", nil), ("6 Nov 2026 9", nil),
    ] as [(String, String?)]
)
func datesOfHeadersAndFeedsAreRead(text: String, instant: String?) {
    #expect(Instant(httpDate: text)?.description == instant)
}
