import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Somebody whose home is gone and whose MasterKey came back from paper: the log says who they were, since each entry names its key in the
/// clear.
extension MasterKey {
    /// Entries looked at in one go, from the last to the first.
    private static let page = 512

    /// The member id in the newest entry that a key of mine signed; nil where there is none. What the entries say stays sealed, and whether
    /// that membership has ended cannot be seen.
    func formerSelf(in vault: VaultFile, of group: GroupID, upTo size: Int) throws -> MemberID? {
        var keys: [MemberID: SigningPublicKey] = [:]
        var end = size
        while end > 0 {
            let start = max(0, end - Self.page)
            var newest: MemberID?
            try Fault.inVault {
                try vault.entries(in: start..<end) { _, bytes in
                    guard let entry = try? UnverifiedEntry(parsing: bytes), entry.key.group == group, entry.key.number == 1 else { return }
                    let member = entry.key.member
                    let mine = keys[member] ?? SigningKey(self, group: group, member: member, number: 1).publicKey
                    keys[member] = mine
                    if entry.isSigned(by: mine) { newest = member }
                }
            }
            if let newest { return newest }
            end = start
        }
        return nil
    }
}
