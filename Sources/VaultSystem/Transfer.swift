import Glibc

/// Bytes in and out of descriptors. A descriptor that was made non-blocking by whoever shares it is waited for.
enum Transfer {
    /// Reads at most what fits in `memory` behind `offset`. Returns the number of bytes, 0 at the end of the input.
    static func read(from descriptor: Int32, into memory: inout MutableRawSpan, at offset: Int = 0) throws(SystemError) -> Int {
        precondition(offset >= 0 && offset <= memory.byteCount)
        while true {
            let count = unsafe memory.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + offset }, buffer.count - offset)
            }
            if count >= 0 { return count }
            try waitIfInterrupted(errno, descriptor, POLLIN)
        }
    }

    /// Reads until the end of the input. More than `limit` bytes is `.tooLarge`. Of a regular file its length is expected: a read that
    /// gives less than there is room for has reached the end of it.
    static func readAll(from descriptor: Int32, limit: Int, expecting length: Int? = nil) throws(SystemError) -> [UInt8] {
        precondition(limit >= 0 && limit < Int.max)
        // One more than is expected, so that the end is seen; much room costs a small file more than reading it.
        var portion = [UInt8](repeating: 0, count: min((length ?? .max - 1) + 1, 1 << 16))
        var bytes: [UInt8] = []
        while true {
            let count = try readPortion(from: descriptor, into: &portion)
            guard count <= limit - bytes.count else { throw .tooLarge }
            let isLast = count == 0 || length != nil && count < portion.count
            if isLast, bytes.isEmpty {
                portion.removeLast(portion.count - count)
                return portion
            }
            bytes += portion[..<count]
            if isLast { return bytes }
        }
    }

    /// The same, into an array.
    static func readPortion(from descriptor: Int32, into portion: inout [UInt8], at offset: Int = 0) throws(SystemError) -> Int {
        var span = portion.mutableSpan
        var memory = unsafe span.mutableBytes
        return try read(from: descriptor, into: &memory, at: offset)
    }

    /// Writes every byte.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
            }
            if count >= 0 { done += count } else { try waitIfInterrupted(errno, descriptor, POLLOUT) }
        }
    }

    /// Returns when the call may be made again, throws when it failed for good.
    private static func waitIfInterrupted(_ number: Int32, _ descriptor: Int32, _ event: Int32) throws(SystemError) {
        switch number {
        case EINTR: return
        case EAGAIN:
            var wanted = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            try retrying { unsafe poll(&wanted, 1, -1) }
        default: throw SystemError(errno: number)
        }
    }
}
