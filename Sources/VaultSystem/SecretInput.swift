import Glibc

/// A secret that another program hands over on a descriptor: the bytes go straight into memory the caller guards.
package enum SecretInput {
    /// Reads up to the first LF or the end of the input and returns the number of bytes; the LF, and a CR before it, are
    /// dropped. Never reads past the LF, so a second secret can follow on the same descriptor. Throws `.tooLong` when
    /// the line does not fit, and then has read one byte too many and no more; `.endOfInput` when there is nothing at all.
    /// After an error the memory holds zeros.
    package static func readLine(_ descriptor: Int32, into memory: inout MutableRawSpan) throws(SystemError) -> Int {
        var line = SecretLine(capacity: memory.byteCount)
        do throws(SystemError) {
            var sawReturn = false
            while let byte = try SecretLine.nextByte(from: descriptor) {
                if byte == UInt8(ascii: "\n") { return line.count }
                if sawReturn { try line.append(UInt8(ascii: "\r"), to: &memory) }
                sawReturn = byte == UInt8(ascii: "\r")
                if !sawReturn { try line.append(byte, to: &memory) }
            }
            if sawReturn { try line.append(UInt8(ascii: "\r"), to: &memory) }
            guard line.count > 0 else { throw .endOfInput }
            return line.count
        } catch {
            line.wipe(&memory)
            throw error
        }
    }
}
