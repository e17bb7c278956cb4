import Glibc

/// Holds back the signals that ask a process to end, while there is something to put away first. What is held back is found by
/// `check`, which has to be called now and then; nothing runs inside a signal handler. For the one thread of a one-shot program.
package struct HeldSignals: ~Copyable {
    private var held = sigset_t()
    private var before = sigset_t()

    /// Begins to hold back Ctrl-C, Ctrl-\, hang-up and the plain request to end; those that were ignored stay ignored.
    package init() {
        unsafe sigemptyset(&held)
        for number in [SIGINT, SIGQUIT, SIGHUP, SIGTERM] {
            var present = sigaction()
            // A signal that is blocked waits even when it is ignored, so it must not be blocked.
            guard unsafe sigaction(number, nil, &present) == 0, !Self.isIgnored(present) else { continue }
            unsafe sigaddset(&held, number)
        }
        unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    }

    /// Throws `.interrupted` when one has come since the last time.
    package func check() throws(SystemError) {
        if take() { throw .interrupted }
    }

    deinit {
        while take() {}
        var before = before
        unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    private func take() -> Bool {
        var set = held
        var atOnce = timespec()
        while true {
            if unsafe sigtimedwait(&set, nil, &atOnce) > 0 { return true }
            if errno != EINTR { return false }
        }
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        let handler = unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        return handler == 1
    }
}
