import Testing
import VaultSystem
import VaultTestkit

/// Who can open what, after any three things that can happen in a group, in any order: the program, and whoever tries every key
/// they ever had on every blob of the vault, against a model that was written from the promises.
///
/// Seventeen operations make 4,913 ordered triples. `KLUIS_TRIPLES=all` runs every one of them; without it a seed draws a hundred of the
/// 289 of a Latin square, in which every ordered pair of operations stands once in the first two places, once in the last two, and once
/// around a third. A number runs so many of the square. After each operation all keys are tried on all parts, after the last also on all
/// payloads, and everybody asks the program. An operation that the rules forbid at that point must be refused.
struct AccessMatrixTests {
    static let wanted = Environment.value("KLUIS_TRIPLES")
    static let seed: UInt64 = 3
    /// Each with a beginning of its own, so that two processors are busy.
    static let shares = 2

    /// Sequences that begin alike share their beginning: it happens once, is checked once, and what follows goes back to it.
    @Test(arguments: 0..<shares) func threeOperationsInAnyOrder(_ share: Int) throws {
        let stage = try AccessStage()
        let sequences = Self.drawn[(share * Self.drawn.count / Self.shares)..<((share + 1) * Self.drawn.count / Self.shares)]
        var tried = 0
        var before: [AccessOperation] = []
        var checks = [AccessCheck(stage)]
        for sequence in sequences {
            let common = zip(before, sequence).prefix { $0 == $1 }.count
            before = sequence
            try stage.restore(to: common)
            checks.removeSubrange((common + 1)...)
            for (step, operation) in sequence.enumerated().dropFirst(common) {
                let difference = try stage.perform(operation)
                try #require(difference == nil, "\(sequence): \(operation) \(difference ?? "")")
                let check = AccessCheck(after: checks[step])
                checks.append(check)
                try check.keys(after: sequence)
                if step == sequence.count - 1 {
                    try check.programs(after: sequence)
                    try check.keys(after: sequence, payloads: true)
                } else {
                    try stage.keep()
                }
                tried += check.tried
            }
        }
        // What a shared beginning tried is counted once.
        #expect(tried > 500 * sequences.count)
    }

    private static let drawn: [[AccessOperation]] = {
        let all = AccessOperation.allCases
        if wanted == "all" { return all.flatMap { first in all.flatMap { second in all.map { [first, second, $0] } } } }
        var square = all.indices.flatMap { first in
            all.indices.map { second in [all[first], all[second], all[(first + second) % all.count]] }
        }
        var generator = SeededGenerator(seed: seed)
        square.shuffle(using: &generator)
        return square.prefix(wanted.flatMap { Int($0) } ?? 100).sorted { $0.map(\.rawValue).lexicographicallyPrecedes($1.map(\.rawValue)) }
    }()
}
