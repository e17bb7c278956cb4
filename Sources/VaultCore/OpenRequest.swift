import VaultCrypto
import VaultFormat
import VaultStore

/// A join request, its signature verified: whoever made it has the key it names. Nothing else is known of it.
struct OpenRequest {
    let name: BlobHash
    let bytes: [UInt8]
    let text: JoinRequest

    /// How many may wait in a vault.
    static let most = 16

    /// Throws ``FormatError`` or ``CryptoError`` for anything but the one spelling, signed once with its own key.
    init(_ bytes: [UInt8]) throws {
        let note = try SignedNote(parsing: bytes)
        text = try JoinRequest(parsing: note.text)
        _ = try note.verifiedSole(with: text.signing, name: text.keyName.text)
        self.bytes = bytes
        name = BlobHash.of(bytes)
    }

    /// Four digits, 1000 to 9999, by which people call it. Two requests may have the same; words tell them apart.
    var number: Int { Self.number(of: name) }

    static func number(of name: BlobHash) -> Int { 1000 + name.bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } % 9000 }

    /// Those that wait in a vault; what is not a request of this group is passed over.
    static func all(in vault: VaultFile, of group: GroupID) throws -> [OpenRequest] {
        try Fault.ofVault { () throws(StoreError) in try vault.requests(magic: JoinRequest.magic, limit: most) }
            .compactMap { blob in
                guard let request = try? OpenRequest(blob.bytes), request.name == blob.hash, request.text.group == group else { return nil }
                return request
            }
    }

    /// Whether one more may wait in a vault, where these go or are there already. Throws ``Fault/tooMany(_:)``.
    static func requireRoom(in vault: VaultFile, besides earlier: [BlobHash]) throws {
        let waiting = try Fault.ofVault { () throws(StoreError) in try vault.requests(magic: JoinRequest.magic, limit: most) }
        guard waiting.contains(where: { earlier.contains($0.hash) }) || waiting.count < most else { throw Fault.tooMany(.requests) }
    }

    /// Puts one into a vault. Throws ``Fault/requestRefused`` for what is no request of this group, ``Fault/tooMany(_:)``.
    static func put(_ bytes: [UInt8], into vault: VaultFile, of group: GroupID, dryRun: Bool = false) throws {
        guard let request = try? OpenRequest(bytes), request.text.group == group else { throw Fault.requestRefused }
        try requireRoom(in: vault, besides: [request.name])
        if dryRun { return }
        try Fault.ofVault { () throws(StoreError) in try vault.putRequest(Blob(hash: request.name, bytes: bytes)) }
    }
}
