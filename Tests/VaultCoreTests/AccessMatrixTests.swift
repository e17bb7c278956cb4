import Testing

/// Who can open what, after any three things that can happen in a group, in any order: the program, and whoever tries every key
/// they ever had on every blob of the vault, against a model that was written from the promises.
///
/// Seventeen operations make 4,913 ordered triples. The 289 here are a Latin square: every ordered pair of operations stands once in the first
/// and second place, once in the second and third and once in the first and third. Operations that the rules forbid at that point must
/// be refused. `shift` picks the square; all seventeen together are all triples.
struct AccessMatrixTests {
    static let shift = 0
    static let parts = 4

    @Test(arguments: 0..<parts) func threeOperationsInAnyOrder(_ part: Int) throws {
        let count = AccessOperation.allCases.count
        let stage = try AccessStage()
        var sequences = 0
        for first in stride(from: part, to: count, by: Self.parts) {
            for second in 0..<count {
                let third = (first + second + Self.shift) % count
                let sequence = [first, second, third].map { AccessOperation.allCases[$0] }
                try stage.restore()
                let check = AccessCheck(stage)
                for operation in sequence {
                    let difference = try stage.perform(operation)
                    try #require(difference == nil, "\(sequence): \(operation) \(difference ?? "")")
                    try check.keys(after: sequence)
                }
                try check.programs(after: sequence)
                try check.keys(after: sequence)
                sequences += 1
            }
        }
        #expect(sequences == (count - part + Self.parts - 1) / Self.parts * count)
    }
}
