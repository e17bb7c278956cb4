import Glibc

/// What the operating system answered when it would not do what was asked. No case carries a path or any input.
package enum SystemError: Error, Equatable, Sendable {
    /// Nothing at that path, or a directory on the way to it is missing.
    case notFound
    /// Something stands at the path that had to be free.
    case alreadyExists
    /// A symbolic link, directory, FIFO, socket or device where a regular file (or a real directory) had to be.
    case notRegular
    /// The permissions or the owner forbid it.
    case permissionDenied
    /// The file system is mounted read-only.
    case readOnly
    /// The disk, the quota or the allowed file size is used up.
    case noSpace
    /// More bytes than the caller's limit.
    case tooLarge
    /// The other end of the stream has gone, or the stream was never open.
    case closed
    /// Somebody else holds it.
    case busy
    /// The input ended before it gave anything.
    case endOfInput
    /// The person pressed Ctrl-C. The terminal has been restored.
    case interrupted
    /// The descriptor is not a terminal, or the process has none.
    case notATerminal
    /// The line does not fit in the memory meant for it.
    case tooLong
    /// Any other refusal, with the number from errno.
    case failed(errno: Int32)

    /// The one place where numbers of errno become cases.
    init(errno number: Int32) {
        self =
            switch number {
            case ENOENT, ENOTDIR: .notFound
            case EEXIST, ENOTEMPTY, EADDRINUSE: .alreadyExists
            case ELOOP, EISDIR, ENXIO: .notRegular
            case EACCES, EPERM: .permissionDenied
            case EROFS: .readOnly
            case ENOSPC, EDQUOT, EFBIG: .noSpace
            case EPIPE, EBADF, ECONNREFUSED, ECONNRESET, ENOTCONN: .closed
            case EAGAIN, EBUSY, ETXTBSY: .busy
            case EMSGSIZE: .tooLarge
            case ENOTTY: .notATerminal
            default: .failed(errno: number)
            }
    }
}

/// Makes a system call that answers -1 when it fails, and makes it again when a signal came in between.
@discardableResult
func retrying<Answer: SignedInteger>(_ call: () -> Answer) throws(SystemError) -> Answer {
    while true {
        let answer = call()
        if answer != -1 { return answer }
        let number = errno
        if number != EINTR { throw SystemError(errno: number) }
    }
}
