package import VaultFormat

/// Six words that people say to each other to compare something longer. Argon2id at its floor stands behind them, so that looking for
/// something else with the same 66 bits costs a tenth of a second a try.
extension WordCode {
    /// For a tree head. Throws ``CryptoError/outOfMemory``.
    package static func of(head: TreeHead) throws(CryptoError) -> WordCode { try of(.words(head: head)) }

    /// For the bytes of a request to join, through their SHA-256. Throws ``CryptoError/outOfMemory``.
    package static func of(request: [UInt8]) throws(CryptoError) -> WordCode { try of(.words(request: Digest.sha256(request))) }

    /// The same for everybody: there is nothing to keep apart here that the label does not keep apart.
    private static let salt = Array("kluis/v1 words..".utf8)

    private static func of(_ purpose: Purpose) throws(CryptoError) -> WordCode { WordCode(bits: try bits(for: purpose)) }

    /// 16 bytes, the least that Argon2id gives here; the code takes the first 66 bits.
    static func bits(for purpose: Purpose) throws(CryptoError) -> [UInt8] {
        let message = purpose.message
        var bits = [UInt8](repeating: 0, count: 16)
        var span = bits.mutableSpan
        try Sodium.argon2id(of: message.span, salt: salt, parameters: .interactive, into: &span)
        return bits
    }
}
