import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Takes in the keys of new generations that others delivered to me.
struct Adoption {
    let membership: Membership
    let vault: VaultFile
    let me: MemberID

    /// Stores every key of a circle of mine that this home does not hold yet, compared with what the log commits to. Returns the circles
    /// whose delivery is missing, altered, or does not bring the key that was promised.
    func run(_ state: GroupState) throws -> [CircleID] {
        var missing: [CircleID] = []
        for circle in state.circles.values.sorted(by: { $0.id < $1.id }) where circle.members.contains(me) {
            if try membership.keys.holds(circle) { continue }
            if try !receive(circle, state) {
                try membership.keys.forget(circle.id, circle.generation)
                missing.append(circle.id)
            }
        }
        return missing
    }

    private func receive(_ circle: Circle, _ state: GroupState) throws -> Bool {
        let names = [circle.delivery] + state.deliveries.filter { $0.circle == circle.id && $0.generation == circle.generation }.map(\.blob)
        for name in names {
            guard case .whole(let bytes) = try BlobReading.of(name, in: vault, limit: Limits.payload),
                let delivery = try? Delivery(parsing: bytes), delivery.generation == circle.generation, let wrap = delivery.wraps[me],
                let key = try membership.keys.unwrap(wrap, of: circle.id, generation: circle.generation, for: me),
                key.commitment(group: state.group, circle: circle.id, generation: circle.generation) == circle.commitment
            else { continue }
            try membership.keys.store(key, of: circle.id, generation: circle.generation)
            return true
        }
        return false
    }
}
