import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Names of people and of the group: blobs of their own, kept at home, opened when needed.
extension Session {
    /// Opens the names of the group and its members, before anything is appended or shown: a home that cannot be read is an error, and no
    /// reason to speak of nobody. A name that is missing or does not open is passed over. Throws ``Fault``.
    func openNames() throws {
        groupName = try name(state.groupName) { try keys.open(groupName: $0) } ?? ""
        for member in state.members {
            names[member.id] = try name(member.name) { try keys.open(name: $0, of: member.id, epoch: member.nameEpoch) }
        }
    }

    /// The name of the member with that number.
    func name(of number: Int) -> String { state.member(number).map { name(of: $0.id) } ?? "#\(number)" }

    /// A member's name, or `#number` where it is not there any more.
    func name(of id: MemberID) -> String {
        guard let member = state.member(id) else { return "?" }
        if let known = names[id] { return known }
        let opened = try? name(member.name) { try keys.open(name: $0, of: id, epoch: member.nameEpoch) }
        let name = opened ?? "#\(member.number)"
        names[id] = name
        return name
    }

    private func name(_ hash: BlobHash, _ open: ([UInt8]) throws -> String) throws -> String? {
        let sealed = try Fault.ofHome { () throws(StoreError) in try home.blob(hash, limit: Limits.payload) }
        guard let sealed else { return nil }
        do { return try open(sealed) } catch is CryptoError { return nil } catch is FormatError { return nil }
    }
}
