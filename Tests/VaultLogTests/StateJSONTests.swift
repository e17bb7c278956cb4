import Testing
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// A home keeps the state as one canonical value, and reads back exactly what it wrote.
struct StateJSONTests {
    /// With something in every field: people gone in each way, circles that owe, vanished and have manifests, deliveries that wait.
    private static func full() throws -> TestGroup {
        var group = try TestGroup().after(Payload(.memberLeft, .leaving), by: .bert)
        group = try group.after(group.removing(.gijs, group.removal(of: .gijs)))
        group = try group.after(group.replacement(of: .fatima).payload)
        group.expire(.olga)
        return try group.after(Payload(.roleEnded, .ending(member: 5)))
    }

    @Test func aStateWithEverythingInItComesBack() throws {
        let plain = TestGroup()
        #expect(try GroupState(parsing: plain.state.bytes) == plain.state)
        var state = try Self.full().state
        state.lineBegun = 9
        state.expired = 3
        state.members[1].nameIsErased = true
        state.months.append(MonthBegun(month: Instant(seconds: 1_900_000_000).day.firstOfMonth, index: 7))
        #expect(!state.formerIDs.isEmpty && !state.formerCircles.isEmpty && !state.deliveries.isEmpty && !state.usedKeys.isEmpty)
        #expect(Set(state.members.compactMap(\.ended?.how)) == [.left, .removed, .ended])
        #expect(state.circles.values.contains { $0.manifest != nil } && state.circles.values.contains(where: \.owesRotation))
        #expect(state.epochs.count > 4)
        #expect(try GroupState(parsing: state.bytes) == state)
    }

    @Test func nothingCutOffIsAState() throws {
        let bytes = try Self.full().state.bytes
        for length in stride(from: 0, to: bytes.count, by: 61) {
            #expect(throws: FormatError.self) { try GroupState(parsing: Array(bytes[..<length])) }
        }
    }

    @Test func aFlippedByteIsRefusedOrReadsAsItIsWritten() throws {
        let before = try Self.full().state
        let bytes = before.bytes
        var random = SeededGenerator(seed: 7)
        for _ in 0..<400 {
            var flipped = bytes
            flipped[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            if let state = try? GroupState(parsing: flipped), state == before { Issue.record("read as if nothing had changed") }
        }
    }

    /// Each field left out, of another type, or beside one that does not belong there.
    @Test func everyFieldIsNeeded() throws {
        let bytes = try Self.full().state.bytes
        guard case .object(let object) = try CanonicalJSON(parsing: bytes) else { throw TestFailure() }
        let names = [
            "group", "rules", "retention", "name", "members", "circles", "everyone", "roster", "last", "time", "epochs", "deliveries",
            "keys", "former",
            "vanished", "expired", "months",
        ]
        for name in names {
            #expect(object[name] != nil, "\(name)")
            for damaged in [nil, CanonicalJSON.null, .bool(true), .object([:])] {
                var changed = object
                changed[name] = damaged
                #expect(throws: FormatError.self, "\(name)") { try GroupState(parsing: CanonicalJSON.object(changed).bytes) }
            }
            if case .array(let values)? = object[name] {
                for damaged in [CanonicalJSON.null, .int(1), .string(""), .string("AA"), .object([:])] {
                    var changed = object
                    changed[name] = .array(values + [damaged])
                    #expect(throws: FormatError.self, "\(name)") { try GroupState(parsing: CanonicalJSON.object(changed).bytes) }
                }
            }
        }
        var more = object
        more["more"] = .int(1)
        #expect(throws: FormatError.self) { try GroupState(parsing: CanonicalJSON.object(more).bytes) }
    }

    /// The same, inside a member, a circle and a delivery.
    @Test(arguments: [
        ("members", ["facts", "since", "name", "how", "ended"]), ("circles", ["facts", "begun", "cases", "owes"]),
        ("deliveries", ["blob", "circle", "generation", "to"]),
    ])
    func everyFieldInsideIsNeeded(_ list: String, _ names: [String]) throws {
        let bytes = try Self.full().state.bytes
        guard case .object(let object) = try CanonicalJSON(parsing: bytes), case .array(let values)? = object[list] else {
            throw TestFailure()
        }
        for name in names {
            let place = try #require(
                values.firstIndex { value in if case .object(let inner) = value { inner[name] != nil } else { false } })
            guard case .object(let inner) = values[place] else { throw TestFailure() }
            for damaged in [nil, CanonicalJSON.null, .object([:]), .int(-1)] {
                var (changed, all, changedInner) = (object, values, inner)
                changedInner[name] = damaged
                all[place] = .object(changedInner)
                changed[list] = .array(all)
                #expect(throws: FormatError.self, "\(list) \(name)") { try GroupState(parsing: CanonicalJSON.object(changed).bytes) }
            }
        }
    }
}
