package import VaultFormat

/// What every use case needs from its caller: where the home is, what time it is, and whom to tell that it waits.
package struct Surroundings {
    /// Absolute path of `$KLUIS_HOME`.
    package let home: String
    /// Absolute path of the directory for things that go when this person logs out (`$XDG_RUNTIME_DIR`); nil where there is none.
    package let runtime: String?
    /// The clock.
    package let now: () -> Instant
    /// Called once, after one second of waiting for a lock that another command holds.
    package let onWait: @Sendable () -> Void
    /// Called over and over with how many of how many mebibytes of attachments have been.
    package let onProgress: (Int, Int) -> Void

    /// All of it.
    package init(
        home: String, runtime: String? = nil, now: @escaping () -> Instant, onWait: @escaping @Sendable () -> Void,
        onProgress: @escaping (Int, Int) -> Void = { _, _ in }
    ) {
        self.home = home
        self.runtime = runtime
        self.now = now
        self.onWait = onWait
        self.onProgress = onProgress
    }
}

/// A bug of ours that was noticed in time: nothing was written.
package struct OurBug: Error {
    /// Where, for a report; never content.
    package let place: StaticString
}
