import Testing
import VaultFormat
import VaultLog
import VaultTestkit

/// A home keeps the state and each case as one canonical value, and reads back exactly what it wrote.
struct StateJSONTests {
    @Test func aStateWithEverybodyInItComesBack() throws {
        let group = TestGroup()
        #expect(try GroupState(parsing: group.state.bytes) == group.state)
    }

    @Test(arguments: [CaseState.draft, .shared, .closed, .erased]) func aCaseComesBack(_ state: CaseState) throws {
        var group = TestGroup()
        let number = group.place(caseOf: .bert, state: state)
        var record = try #require(group.cases[number])
        record.earlier = [CaseRecord.Version(number: 1, time: TestGroup.noon)]
        if state == .erased { (record.summary, record.body) = (nil, nil) }
        #expect(try CaseRecord(try CanonicalJSON(parsing: record.json.bytes)) == record)
    }

    @Test func nothingCutOffIsAState() {
        let bytes = TestGroup().state.bytes
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: FormatError.self) { try GroupState(parsing: Array(bytes[..<length])) }
        }
    }

    @Test func aFlippedByteIsRefusedOrReadsAsItIsWritten() {
        let bytes = TestGroup().state.bytes
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            var flipped = bytes
            flipped[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            if let state = try? GroupState(parsing: flipped) { #expect(state.bytes == flipped || state != TestGroup().state) }
        }
    }
}
