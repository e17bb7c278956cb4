import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Circles that begin when something is to be sealed in them.
extension Session {
    /// Begins my private circle where I have none yet: a newcomer has none, nor has somebody with new keys. Throws ``Fault``.
    func beginPrivateCircle() throws {
        guard state.privateCircle(of: me) == nil else { return }
        try begin(.private) {
            guard state.privateCircle(of: me) == nil else { throw Fault.busy }
            return [me]
        }
    }

    /// Begins a circle of some members, who are asked for anew after each lost race. Throws ``Fault``.
    func beginCircle(of members: () throws -> [MemberID]) throws { try begin(.some, members) }

    /// Throws ``Fault/tooMany(_:)`` where there are as many circles as there may be.
    func requireRoomForCircle() throws {
        guard state.circles.values.count(where: { $0.kind != .private }) < Limits.circles else { throw Fault.tooMany(.circles) }
    }

    private func begin(_ kind: CircleKind, _ members: () throws -> [MemberID]) throws {
        try append {
            if kind != .private { try requireRoomForCircle() }
            let (facts, delivery) = try drawCircle(.random(), kind, 1, try members().sorted())
            return Change(payload: Payload(.circleCreated, .circle(facts)), adding: [delivery])
        }
    }
}
