import Glibc

/// How far a secret has come in memory that belongs to somebody else. Holds a count, never a byte of it.
struct SecretLine {
    let capacity: Int
    private(set) var count = 0
    /// How many of them begin a character.
    private(set) var characters = 0

    init(capacity: Int) { self.capacity = capacity }

    /// Throws `.tooLong` when the memory is full.
    mutating func append(_ byte: UInt8, to memory: inout MutableRawSpan) throws(SystemError) {
        guard count < capacity else { throw .tooLong }
        memory.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
        if byte & 0xC0 != 0x80 { characters += 1 }
    }

    /// Takes the last character off, all of its UTF-8 bytes.
    mutating func eraseLast(_ memory: inout MutableRawSpan) {
        while count > 0 {
            count -= 1
            let position = count
            let erased = unsafe memory.withUnsafeBytes { unsafe $0[position] }
            memory.storeBytes(of: 0, toByteOffset: position, as: UInt8.self)
            if erased & 0xC0 != 0x80 {
                characters -= 1
                return
            }
        }
    }

    /// Forgets everything and leaves zeros.
    mutating func wipe(_ memory: inout MutableRawSpan) {
        Self.overwrite(&memory)
        count = 0
        characters = 0
    }

    /// The next byte, nil at the end. One at a time, because what follows the line is not ours to take. The place on the
    /// stack where it landed is wiped.
    static func nextByte(from descriptor: Int32) throws(SystemError) -> UInt8? {
        var cell: InlineArray<1, UInt8> = [0]
        var span = cell.mutableSpan
        var memory = unsafe span.mutableBytes
        let count = try Transfer.read(from: descriptor, into: &memory)
        let byte = unsafe memory.withUnsafeBytes { unsafe $0[0] }
        overwrite(&memory)
        return count == 0 ? nil : byte
    }

    /// Not left out by the optimiser, as a plain store may be.
    private static func overwrite(_ memory: inout MutableRawSpan) {
        unsafe memory.withUnsafeMutableBytes { buffer in
            guard let start = buffer.baseAddress else { return }
            unsafe explicit_bzero(start, buffer.count)
        }
    }
}
