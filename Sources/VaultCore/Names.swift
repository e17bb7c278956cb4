import VaultFormat
import VaultLog
import VaultStore

/// Names of people and of the group: blobs of their own, kept at home, opened when needed.
extension Session {
    /// The group's name.
    package var groupName: String {
        (try? name(state.groupName, { try self.keys.open(groupName: $0) })) ?? ""
    }

    /// The name of the member with that number.
    func name(of number: Int) -> String { state.member(number).map { name(of: $0.id) } ?? "#\(number)" }

    /// A member's name, or `#number` where it is not there any more.
    func name(of id: MemberID) -> String {
        guard let member = state.member(id) else { return "?" }
        if let known = names[id] { return known }
        let name = (try? name(member.name) { try self.keys.open(name: $0, of: id, epoch: member.nameEpoch) }) ?? "#\(member.number)"
        names[id] = name
        return name
    }

    private func name(_ hash: BlobHash, _ open: ([UInt8]) throws -> String) throws -> String {
        guard let sealed = try Fault.ofHome({ () throws(StoreError) in try home.blob(hash, limit: Limits.payload) }) else {
            throw Fault.homeDamaged
        }
        return try open(sealed)
    }
}
