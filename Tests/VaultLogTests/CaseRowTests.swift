import Testing
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// A home keeps each case as one row, and reads back exactly what it wrote.
struct CaseRowTests {
    private func full(_ state: CaseState = .shared) throws -> CaseRecord {
        var group = TestGroup()
        let number = group.place(caseOf: .bert, state: state)
        var record = try #require(group.cases[number])
        record.earlier = [CaseRecord.Version(number: 1, time: TestGroup.noon)]
        for number in 1...2 {
            record.attachments.append(
                AttachmentRecord(
                    number: number, item: .filled(UInt8(40 + number)), author: 2, added: TestGroup.noon,
                    summary: group.part(.summary, in: group.pair), body: group.part(.body, in: group.pair)))
        }
        if state == .erased { return record.erased(at: 7, rotating: [group.pair, group.state.groupCircle]) }
        return record
    }

    @Test(arguments: [CaseState.draft, .shared, .closed, .erased]) func aCaseComesBack(_ state: CaseState) throws {
        let record = try full(state)
        #expect(record.notes.isEmpty == (state == .erased) && record.attachments.count == (state == .erased ? 0 : 2))
        #expect(record.erasure?.circles.count == (state == .erased ? 2 : nil))
        #expect(try record.fromRow() == record)
    }

    @Test(arguments: [CaseState.shared, .erased]) func nothingCutOffOrAddedIsACase(_ state: CaseState) throws {
        let bytes = try full(state).row
        for length in bytes.indices {
            #expect(throws: FormatError.layout) { try CaseRecord.fromRow(Array(bytes[..<length])) }
        }
        #expect(throws: FormatError.layout) { try CaseRecord.fromRow(bytes + [0]) }
    }

    /// Every byte counts: a row that was changed is refused or is another case.
    @Test(arguments: [CaseState.shared, .erased]) func aFlippedByteIsRefusedOrAnotherCase(_ state: CaseState) throws {
        let record = try full(state)
        let bytes = record.row
        for place in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[place] ^= 1 << UInt8(bit)
                if let other = try? CaseRecord.fromRow(flipped) { #expect(other != record && other.row == flipped) }
            }
        }
    }

    /// A list that says it is long makes no room for what is not there.
    @Test func lengthsAreBounded() {
        var row = RowReader([0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1])
        #expect(throws: FormatError.layout) { try row.count() }
        var number = RowReader([0, 0x20, 0, 0, 0, 0, 0, 0])
        #expect(throws: FormatError.layout) { try number.number() }
        var late = RowWriter()
        late.add(253_402_300_800)
        var time = RowReader(late.bytes)
        #expect(throws: FormatError.layout) { try time.time() }
    }
}

extension CaseRecord {
    fileprivate var row: [UInt8] {
        var row = RowWriter()
        write(to: &row)
        return row.bytes
    }

    fileprivate static func fromRow(_ bytes: [UInt8]) throws -> CaseRecord {
        var row = RowReader(bytes)
        let record = try CaseRecord(reading: &row)
        try row.end()
        return record
    }

    /// Written and read again.
    func fromRow() throws -> CaseRecord { try Self.fromRow(row) }
}
