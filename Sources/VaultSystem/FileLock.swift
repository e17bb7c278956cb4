import Glibc

/// Holding this value is holding the lock; it is let go when the value goes out of scope, also when the process dies.
package struct FileLock: ~Copyable {
    private let file: Descriptor

    /// Locks the file at `path`, which is made (0600, empty) when missing and never removed. While somebody else holds
    /// it: tries every 50 ms, calls `onWait` once after a second, throws `.busy` when `patience` is used up.
    /// Throws `.notRegular`, `.permissionDenied`, `.readOnly` and the like when the file itself cannot be opened.
    package static func acquire(
        _ path: String,
        patience: Duration = .seconds(5),
        pause: (Duration) -> Void = Self.sleep,
        onWait: () -> Void = {}
    ) throws(SystemError) -> FileLock {
        let location = try Location(path)
        let directory = try location.openDirectory()
        let file = try Descriptor(location.name, O_RDWR | O_CREAT | O_NOFOLLOW, in: directory.number)
        try file.requireRegular()
        var waited = Duration.zero
        while try !tryLock(file) {
            guard waited < patience else { throw .busy }
            pause(interval)
            waited += interval
            if waited == announcement { onWait() }
        }
        return FileLock(file: file)
    }

    /// Lets the lock go now.
    package consuming func release() {}

    /// Stops this thread for that long: the `pause` of real life.
    package static func sleep(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        var rest = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        _ = unsafe nanosleep(&rest, nil)
    }

    private static var interval: Duration { .milliseconds(50) }
    private static var announcement: Duration { .seconds(1) }

    private static func tryLock(_ file: borrowing Descriptor) throws(SystemError) -> Bool {
        do throws(SystemError) {
            try retrying { flock(file.number, LOCK_EX | LOCK_NB) }
            return true
        } catch {
            if error == .busy { return false }
            throw error
        }
    }
}
