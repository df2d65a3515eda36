import HarkCore

extension LocalAccess {
    /// The files of this machine.
    static var live: LocalAccess {
        LocalAccess(
            configuration: { path in
                throw Failure(.badConfiguration, "\(path) cannot be read by this build")
            },
            createToken: { path, _ in
                throw Failure(.badConfiguration, "\(path) cannot be read by this build")
            }
        )
    }
}
