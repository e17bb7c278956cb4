package import VaultFormat

/// What every use case needs from its caller: where the home is, what time it is, and whom to tell that it waits.
package struct Surroundings {
    /// Absolute path of `$KLUIS_HOME`.
    package let home: String
    /// The clock.
    package let now: () -> Instant
    /// Called once, after one second of waiting for a lock that another command holds.
    package let onWait: @Sendable () -> Void

    /// All of it.
    package init(home: String, now: @escaping () -> Instant, onWait: @escaping @Sendable () -> Void) {
        self.home = home
        self.now = now
        self.onWait = onWait
    }
}

/// A bug of ours that was noticed in time: nothing was written.
package struct OurBug: Error {
    /// Where, for a report; never content.
    package let place: StaticString
}
