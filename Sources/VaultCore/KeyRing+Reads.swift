import VaultCrypto
import VaultFormat

/// ReadKeys of earlier epochs: given to a newcomer, or received as one.
extension KeyRing {
    /// Keeps an earlier epoch's ReadKey that I was given, if the wrap opens.
    func keep(read wrap: Delivery.Wrap, epoch: Int, for me: MemberID) throws {
        let number = try newestDecryption()
        guard let sealed = try stored(.decryption(number: number)) else { return }
        let mine = try Fault.ofOwnKey { () throws(CryptoError) in
            try DecryptionKey.open(sealed, under: master, group: group, number: number)
        }
        guard let key = try? mine.unwrapRead(wrap, group: group, epoch: epoch, member: me) else { return }
        try store(key, epoch: epoch)
    }

    /// Wraps the ReadKeys of these epochs to a newcomer, as many of the newest as this home holds without a gap; nil for none. The number
    /// is the first epoch granted. Throws ``Fault``; ``OurBug`` for a key that was not tried.
    func grant(reads epochs: ClosedRange<Int>, to member: MemberID, _ key: DecryptionPublicKey) throws -> GrantedReads? {
        var wraps: [Delivery.Wrap] = []
        for epoch in epochs.reversed().prefix(GrantedReads.maximumCount) {
            let wrap = try withReadKey(epoch) { read in
                do throws(CryptoError) { return try read.wrap(to: key, group: group, epoch: epoch, member: member) } catch {
                    throw OurBug(place: "a key that was tried takes no wrap")
                }
            }
            guard let wrap else { break }
            wraps.append(wrap)
        }
        return wraps.isEmpty ? nil : GrantedReads(from: epochs.upperBound - wraps.count + 1, wraps: wraps.reversed())
    }
}
