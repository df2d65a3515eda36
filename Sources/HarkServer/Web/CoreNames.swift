public import HarkCore

// The core's words for HTTP and for a connected account, under names that do not collide with those of the HTTP server's
// packages. This file imports the core alone.

/// A header field, as the core's ports see it.
public typealias HeaderField = HTTPField
/// A connected account of the configuration.
public typealias Account = Channel
/// An answer of a provider.
typealias ProviderAnswer = HTTPResponse
