/// The identity file: a text header that says how the passphrase is stretched, the sealed MasterKey, the sealed name,
/// and a plain checksum, so that damage and a wrong passphrase can be told apart. One spelling; unknown lines are refused.
package struct IdentityText: Equatable, Sendable {
    /// Argon2id passes.
    package let operations: Int
    /// Argon2id memory in KiB.
    package let memoryKiB: Int
    /// Argon2id salt, 16 bytes.
    package let salt: [UInt8]
    /// The sealed MasterKey.
    package let key: [UInt8]
    /// The person's name, sealed under the MasterKey.
    package let name: [UInt8]
    /// SHA-256 of all lines before the checksum, as read or as computed by the writer.
    package let checksum: [UInt8]

    /// Largest identity file that is read, in bytes.
    package static let maximumLength = 16_384

    /// All fields; `salt` has 16 bytes, `checksum` 32.
    package init(operations: Int, memoryKiB: Int, salt: [UInt8], key: [UInt8], name: [UInt8], checksum: [UInt8]) {
        precondition(salt.count == 16 && checksum.count == 32)
        self.operations = operations
        self.memoryKiB = memoryKiB
        self.salt = salt
        self.key = key
        self.name = name
        self.checksum = checksum
    }

    /// Throws ``FormatError`` with the line at fault, ``FormatError/unknownVersion`` for a later version.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var lines = Lines(bytes)
        let first = try lines.next()
        guard first.elementsEqual("kluis.identity/v1".utf8) else {
            throw first.starts(with: "kluis.identity/".utf8) ? .unknownVersion : .line(1)
        }
        try lines.expect("kdf argon2id13")
        operations = try Lines.count(try lines.value(of: "passes"))
        memoryKiB = try Lines.count(try lines.value(of: "memory"))
        salt = try Base64.decode(try lines.value(of: "salt"), count: 16)
        key = try Base64.decode(try lines.value(of: "key"))
        name = try Base64.decode(try lines.value(of: "name"))
        checksum = try Base64.decode(try lines.value(of: "checksum"), count: 32)
        guard lines.isAtEnd else { throw .line(lines.number + 1) }
    }

    /// The first five lines, the context under which the MasterKey is sealed.
    package static func header(operations: Int, memoryKiB: Int, salt: [UInt8]) -> [UInt8] {
        Array("kluis.identity/v1\nkdf argon2id13\npasses \(operations)\nmemory \(memoryKiB)\nsalt \(Base64.encode(salt))\n".utf8)
    }

    /// The five lines of this file.
    package var header: [UInt8] { Self.header(operations: operations, memoryKiB: memoryKiB, salt: salt) }

    /// What the checksum is over.
    package var checked: [UInt8] { header + Array("key \(Base64.encode(key))\nname \(Base64.encode(name))\n".utf8) }

    /// The one spelling of the whole file.
    package var bytes: [UInt8] { checked + Array("checksum \(Base64.encode(checksum))\n".utf8) }
}
