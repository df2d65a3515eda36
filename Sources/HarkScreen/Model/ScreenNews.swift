public import HarkCore

/// What the server's event stream tells the screen.
public enum ScreenNews: Sendable {
    /// The stream stands; nothing is missed from here on.
    case connected
    /// Something happened.
    case event(EventView)
    /// The stream is gone, and why; it is tried again.
    case lost(String)
}
