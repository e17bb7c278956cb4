import VaultCore
import VaultFormat
import VaultTestkit

/// `search` through 10,000 cases, in a session that is open, against its floor: the same number of parts of the same lengths read and
/// opened (``PartFloor``). Ten notes have what is searched for.
struct Search {
    private static let cases = 10_000
    private static let found = 10
    private static let rounds = 9
    private static let warmUp = 1

    func measure() throws -> Section {
        let vault = try FilledVault(cases: Self.cases)
        let session = try vault.test.open()
        for number in 1...Self.found { _ = try session.addNote("Een naald.", toCase: number * 100, dryRun: false) }
        let floor = try PartFloor(
            in: vault.test.folder, parts: [FilledVault.summary, FilledVault.body, FilledVault.note], times: Self.cases)
        let term = try SearchTerm(typed: Array("NAALD".utf8))
        var ratios = Sample()
        for round in 0..<(Self.warmUp + Self.rounds) {
            let before = try processorSeconds { try floor.run() }
            var items = 0
            let whole = try processorSeconds { items = try session.search(term) { _, _ in }.items.count }
            guard items == Self.found else { throw TestFailure() }
            let after = try processorSeconds { try floor.run() }
            if round >= Self.warmUp { ratios.add(2 * whole / (before + after)) }
        }
        return Section(
            title: "Searching",
            explanation: """
                `search` through 10,000 cases with a note each, \(FilledVault.place), in a session that is open : as many sealed parts of the same
                lengths read by name with GRDB and opened with libsodium. Ten notes have what is searched for. Processor time; \(Self.rounds) rounds.
                """,
            rows: [Row(name: "`search`", sample: ratios, bound: 3)])
    }
}
