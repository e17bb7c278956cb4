import CSystem
import Glibc

/// One end of a connection between two processes of this computer (SOCK_SEQPACKET, unix(7)): a message comes whole or not at all, so that
/// nobody can be kept waiting for the rest of one.
package struct LocalConnection: ~Copyable {
    let file: Descriptor

    /// Whoever made the other end, as the kernel remembers it.
    package struct Peer: Equatable, Sendable {
        /// The number of the user.
        package let user: UInt32
        /// The number of the process.
        package let process: Int32

        /// Whether it is the same person.
        package var isMine: Bool { user == geteuid() }
    }

    init(_ file: consuming Descriptor) { self.file = file }

    /// Both ends of a connection that has no name.
    package static func pair() throws(SystemError) -> Pair {
        var ends: (one: Int32, other: Int32) = (-1, -1)
        try retrying { unsafe kluis_socket_pair(&ends.one, &ends.other) }
        return Pair(one: LocalConnection(Descriptor(owning: ends.one)), other: LocalConnection(Descriptor(owning: ends.other)))
    }

    /// Two ends.
    package struct Pair: ~Copyable {
        /// The first.
        package let one: LocalConnection
        /// The second.
        package let other: LocalConnection
    }

    /// Who is there. The kernel's word, not the other side's.
    package func peer() throws(SystemError) -> Peer {
        var user: UInt32 = 0
        var process: Int32 = 0
        try retrying { unsafe kluis_peer(file.number, &user, &process) }
        return Peer(user: user, process: process)
    }

    /// Sends one message. Throws `.closed` when the other side has gone, `.busy` when it does not read.
    package func send(_ message: [UInt8]) throws(SystemError) {
        try retrying { unsafe kluis_send_message(file.number, message, message.count, nil, 0) }
    }

    /// Sends one message that ends in a secret, which goes from the memory it is in to the kernel and nowhere else.
    package func send(_ message: [UInt8], secret: RawSpan) throws(SystemError) {
        let file = file.number
        // Sound: the bytes are read during the call.
        try unsafe secret.withUnsafeBytes { secret throws(SystemError) in
            _ = try retrying { unsafe kluis_send_message(file, message, message.count, secret.baseAddress, secret.count) }
        }
    }

    /// The next message, at most `limit` bytes. Throws `.tooLarge` for a longer one, `.closed` at the end, `.busy` where none comes in
    /// time.
    package func receive(limit: Int, within patience: Duration) throws(SystemError) -> [UInt8] {
        try wait(patience)
        var message = [UInt8](repeating: 0, count: limit)
        let length = try retrying { unsafe kluis_receive_message(file.number, &message, message.count, nil, 0) }
        guard length > 0 else { throw .closed }
        return Array(message[..<length])
    }

    /// The same for a message that may end in a secret: what stands behind the first `count` bytes goes from the kernel to `memory` and
    /// nowhere else. Returns the beginning, and how many bytes of the secret came.
    package func receive(
        _ count: Int, secret memory: inout MutableRawSpan, within patience: Duration
    ) throws(SystemError) -> (message: [UInt8], secret: Int) {
        try wait(patience)
        var message = [UInt8](repeating: 0, count: count)
        let file = file.number
        var length = 0
        // Sound: the bytes are written during the call, no more than there are.
        try unsafe memory.withUnsafeMutableBytes { memory throws(SystemError) in
            length = try retrying { unsafe kluis_receive_message(file, &message, count, memory.baseAddress, memory.count) }
        }
        guard length > 0 else { throw .closed }
        return (Array(message.prefix(length)), max(0, length - count))
    }

    /// Returns once the other side has gone; what it still says is dropped. Throws `.busy` where it stays.
    package func waitForEnd(within patience: Duration) throws(SystemError) {
        while true {
            do throws(SystemError) { _ = try receive(limit: 1, within: patience) } catch {
                switch error {
                case .closed: return
                case .tooLarge: continue
                default: throw error
                }
            }
        }
    }

    /// Ends the process at the other end, which does not answer. Throws `.permissionDenied` where that is another person's.
    package func endPeer() throws(SystemError) {
        let peer = try peer()
        guard peer.isMine, peer.process > 1, peer.process != getpid() else { throw .permissionDenied }
        kill(peer.process, SIGKILL)
    }

    private func wait(_ patience: Duration) throws(SystemError) {
        guard try Self.isReady([file.number], within: patience).first == true else { throw .busy }
    }

    /// Which of these descriptors can be read from, or have ended, before that time is over.
    static func isReady(_ descriptors: [Int32], within patience: Duration) throws(SystemError) -> [Bool] {
        var wanted = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let milliseconds = Int32(clamping: Int64(patience / .milliseconds(1)))
        try retrying { unsafe poll(&wanted, nfds_t(wanted.count), milliseconds) }
        return wanted.map { $0.revents != 0 }
    }
}
