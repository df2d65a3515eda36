import ServiceLifecycle

/// Runs an operation; after the signal to stop it has a time to end by itself and is cancelled then.
func draining(atMost limit: Duration, _ operation: @escaping @Sendable () async -> Void) async {
    await withTaskGroup { group in
        group.addTask { await operation() }
        group.addTask {
            guard (try? await gracefulShutdown()) != nil else { return }
            try? await Task.sleep(for: limit)
        }
        await group.next()
        group.cancelAll()
    }
}
