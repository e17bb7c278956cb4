internal import Foundation

/// How long a connection waits for another process: it tries 40 times a second, says so once after a second and gives up
/// after five. The tries are the clock, so that a test can do without one.
struct Patience: Sendable {
    static let step = Duration.milliseconds(25)
    static let triesBeforeSaying = 40
    static let triesBeforeGivingUp = 200

    /// Called once in each wait that lasts a second.
    var onWait: @Sendable () -> Void = {}
    /// Lets the given time pass.
    var pause: @Sendable (Duration) -> Void = { Thread.sleep(forTimeInterval: $0 / .seconds(1)) }

    /// Whether to try again; `tries` is how often this wait has tried already, 0 at its beginning.
    func triesAgain(after tries: Int) -> Bool {
        if tries == Self.triesBeforeSaying { onWait() }
        guard tries < Self.triesBeforeGivingUp else { return false }
        pause(Self.step)
        return true
    }
}
