/// A detached signature of a file in OpenSSH's format (PROTOCOL.sshsig), which `ssh-keygen -Y verify` reads: Ed25519 over SHA-512.
///
/// Reading takes one spelling only, the one that ``text`` prints, so that a file has one signature of a key.
package struct SSHSignature: Equatable, Sendable {
    /// What a signature is for. OpenSSH calls it the namespace; a signature for one use is none for another.
    package enum Namespace: String, Sendable, CaseIterable {
        /// A report about the log.
        case report = "kluis-report"
        /// The manifest of an exported folder.
        case export = "kluis-export"
    }

    /// The key that is said to have signed.
    package let key: SigningPublicKey
    /// What for.
    package let namespace: Namespace
    /// Over ``signedBytes(namespace:digest:)``.
    package let signature: Signature

    /// Pairs a signature with its key and use.
    package init(key: SigningPublicKey, namespace: Namespace, signature: Signature) {
        self.key = key
        self.namespace = namespace
        self.signature = signature
    }

    /// Reads the armored text. Throws ``FormatError/layout``, ``FormatError/base64``, or ``FormatError/unknownVersion`` for other
    /// algorithms and uses than ours.
    package init(parsing text: [UInt8]) throws(FormatError) {
        let frame = Self.begin.utf8.count + Self.end.utf8.count + 2
        guard text.count > frame, text.count < Self.longest, text.starts(with: Self.begin.utf8), text.last == 0x0a else { throw .layout }
        let inner = text[(Self.begin.utf8.count + 1)..<(text.count - Self.end.utf8.count - 1)]
        let blob = try Base64.decode(inner.filter { $0 != 0x0a })
        var read = SSHFields(blob)
        guard read.isNext(Self.magic + SSHFields.number(1)) else { throw .layout }
        guard let inside = try? SSHFields.both(read.string(), SigningPublicKey.count), let name = try? read.string(),
            let namespace = Namespace(rawValue: String(decoding: name, as: UTF8.self)), try read.string().isEmpty,
            try read.string().elementsEqual(Self.hash.utf8)
        else { throw .unknownVersion }
        key = SigningPublicKey(trusted: inside)
        self.namespace = namespace
        signature = Signature(trusted: try SSHFields.both(read.string(), Signature.count))
        guard self.text == text else { throw .layout }
    }

    /// The armored text, lines of 70 characters as OpenSSH prints them, ending in a newline.
    package var text: [UInt8] {
        var blob = Self.magic + SSHFields.number(1)
        blob += SSHFields.string(SSHFields.named(key.bytes)) + SSHFields.string(Array(namespace.rawValue.utf8)) + SSHFields.string([])
        blob += SSHFields.string(Array(Self.hash.utf8)) + SSHFields.string(SSHFields.named(signature.bytes))
        let encoded = Base64.encodeBytes(blob)
        var out = Array("\(Self.begin)\n".utf8)
        for start in stride(from: 0, to: encoded.count, by: Self.lineLength) {
            out += encoded[start..<min(start + Self.lineLength, encoded.count)]
            out.append(0x0a)
        }
        return out + Array("\(Self.end)\n".utf8)
    }

    /// What is signed: `digest` is the SHA-512 of the file, 64 bytes. Begins with `SSHSIG`, as no entry and no checkpoint does.
    package static func signedBytes(namespace: Namespace, digest: [UInt8]) -> [UInt8] {
        precondition(digest.count == 64)
        return magic + SSHFields.string(Array(namespace.rawValue.utf8)) + SSHFields.string([]) + SSHFields.string(Array(hash.utf8))
            + SSHFields.string(digest)
    }

    /// Bytes no signature of this kind reaches.
    private static let longest = 1024
    private static let lineLength = 70
    private static let begin = "-----BEGIN SSH SIGNATURE-----"
    private static let end = "-----END SSH SIGNATURE-----"
    private static let magic = Array("SSHSIG".utf8)
    private static let hash = "sha512"
}

extension SigningPublicKey {
    /// The key as OpenSSH writes it: `ssh-ed25519 AAAA…`.
    package var sshText: String { "\(SSHFields.algorithm) \(Base64.encode(SSHFields.named(bytes)))" }

    /// A line of an allowed signers file (ssh-keygen(1)): who, for which uses, with which key. `principal` has no white space, comma or
    /// quote.
    package func allowedSigner(_ principal: String, for namespaces: [SSHSignature.Namespace]) -> String {
        "\(principal) namespaces=\"\(namespaces.map(\.rawValue).joined(separator: ","))\" \(sshText)\n"
    }
}

/// The strings of RFC 4251 section 5: a length in four big-endian bytes, then the bytes.
private struct SSHFields {
    static let algorithm = "ssh-ed25519"
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// Passes over these bytes if they come next.
    mutating func isNext(_ bytes: [UInt8]) -> Bool {
        guard rest.starts(with: bytes) else { return false }
        rest = rest.dropFirst(bytes.count)
        return true
    }

    mutating func string() throws(FormatError) -> ArraySlice<UInt8> {
        guard rest.count >= 4 else { throw .layout }
        let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(4)
        guard rest.count >= length else { throw .layout }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }

    /// The value of a key or signature of our algorithm, which has `count` bytes.
    static func both(_ bytes: ArraySlice<UInt8>, _ count: Int) throws(FormatError) -> [UInt8] {
        var read = SSHFields(Array(bytes))
        guard try read.string().elementsEqual(algorithm.utf8) else { throw .unknownVersion }
        let value = try read.string()
        guard value.count == count, read.rest.isEmpty else { throw .layout }
        return Array(value)
    }

    static func named(_ value: [UInt8]) -> [UInt8] { string(Array(algorithm.utf8)) + string(value) }
    static func string(_ bytes: [UInt8]) -> [UInt8] { number(bytes.count) + bytes }
    static func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
}
