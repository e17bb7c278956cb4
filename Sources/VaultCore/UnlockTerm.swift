package import VaultSystem

/// When an agent locks: what two clocks said when it was unlocked and when it was used last, and what they say now. Nothing else comes into
/// it.
package struct UnlockTerm: Equatable, Sendable {
    /// Seconds without use, where nobody says otherwise: 15 minutes.
    package static let usualIdle: Int64 = 15 * 60
    /// Seconds in all, whatever happens: 8 hours.
    package static let most: Int64 = 8 * 3600
    /// A computer that was away for longer than this many milliseconds has slept.
    private static let nap: Int64 = 1000

    /// Seconds without use, at most ``most``.
    package let idle: Int64
    private let began: UpTime
    private var used: UpTime

    /// Begins now.
    package init(idle: Int64, now: UpTime) {
        self.idle = min(max(idle, 1), Self.most)
        began = now
        used = now
    }

    /// Why it is over.
    package enum End: Equatable, Sendable {
        /// Nobody used it for too long.
        case idle
        /// It has been open for as long as it may.
        case tooLong
        /// The computer has slept, and may have been carried away.
        case slept
        /// The clocks say what cannot be.
        case clock
    }

    /// How much is left, in seconds, rounded up.
    package struct Left: Equatable, Sendable {
        /// Until it locks where it is not used.
        package let idle: Int64
        /// Until it locks whatever happens.
        package let most: Int64

        /// Both.
        package init(idle: Int64, most: Int64) {
            self.idle = idle
            self.most = most
        }
    }

    /// Nil while it may go on.
    package func end(at now: UpTime) -> End? {
        guard now.awake >= used.awake, now.all >= used.all else { return .clock }
        if (now.all - now.awake) - (began.all - began.awake) > Self.nap { return .slept }
        if now.all - began.all >= Self.most * 1000 { return .tooLong }
        if now.all - used.all >= idle * 1000 { return .idle }
        return nil
    }

    /// It was used, so that the idle time begins again. Call it only where ``end(at:)`` is nil.
    package mutating func use(at now: UpTime) { used = now }

    /// What is left; zeros where it is over.
    package func left(at now: UpTime) -> Left {
        guard end(at: now) == nil else { return Left(idle: 0, most: 0) }
        let most = Self.seconds(Self.most * 1000 - (now.all - began.all))
        return Left(idle: min(Self.seconds(idle * 1000 - (now.all - used.all)), most), most: most)
    }

    private static func seconds(_ milliseconds: Int64) -> Int64 { (milliseconds + 999) / 1000 }
}
