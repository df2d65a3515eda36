import HarkCore
import Testing

/// An hour in which far more is said than at this hour of other weeks.
struct SpikeTests {
    @Test(arguments: [
        (120, [10, 12, 9, 11, 10, 8, 30, 10], "observed 120 this hour, usual 10, factor 12.0"),
        (20, [0, 0, 0, 0], "observed 20 this hour, usual 0, usually silent"),
        (400, [100, 100, 100], "observed 400 this hour, usual 100, factor 4.0"),
    ])
    func aRiseIsToldWithWhatIsUsual(_ observed: Int, _ before: [Int], _ text: String) {
        #expect(Spike(observed: observed, before: before, by: .init())?.description == text)
    }

    @Test(arguments: [
        (19, [0, 0, 0]), (30, [10, 20, 30, 20]), (500, [10, 10]), (130, [100, 100, 100]), (21, [19, 20, 21]),
    ])
    func whatIsSmallOrdinaryOrUnknownIsNone(_ observed: Int, _ before: [Int]) {
        #expect(Spike(observed: observed, before: before, by: .init()) == nil)
    }
}
