import VaultFormat

/// When a key that is held open goes shut by itself: a function of the clock and nothing else.
struct IdleLock: Equatable {
    /// Seconds without a key pressed or a command given.
    static let patience: Int64 = 15 * 60

    /// When somebody was last seen to be there.
    private(set) var seen: Instant

    init(seen: Instant) { self.seen = seen }

    /// Somebody is there now.
    mutating func see(at now: Instant) { seen = now }

    /// Whether it is time. A clock that was set back tells nothing of how long it has been, so that counts as long.
    func isDue(at now: Instant) -> Bool {
        now < seen || now.seconds - seen.seconds >= Self.patience
    }
}
