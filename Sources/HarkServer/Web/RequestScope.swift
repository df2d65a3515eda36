import HarkCore
import Hummingbird

/// What is known of a request while it is being answered.
struct RequestScope: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Whose key came with it; nil on doors that need none.
    var caller: TokenSummary?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }
}
