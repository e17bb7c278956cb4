import CSystem

/// Random bytes for names of temporary files. Keys never come from here.
package enum Entropy {
    /// `count` bytes from the kernel's generator (getrandom).
    package static func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let answer = unsafe bytes.withUnsafeMutableBytes { unsafe kluis_random($0.baseAddress, $0.count) }
        precondition(answer == 0, "the kernel gave no random bytes")
        return bytes
    }

    /// 16 hexadecimal digits: 64 random bits.
    static func name() -> String {
        bytes(8).reduce(into: "") { text, byte in
            text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
    }
}
