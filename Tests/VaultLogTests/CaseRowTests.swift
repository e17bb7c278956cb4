import Testing
import VaultFormat
import VaultLog
import VaultTestkit

/// A home keeps each case as one row, and reads back exactly what it wrote.
struct CaseRowTests {
    private func full(_ state: CaseState = .shared) throws -> CaseRecord {
        var group = TestGroup()
        let number = group.place(caseOf: .bert, state: state)
        var record = try #require(group.cases[number])
        record.earlier = [CaseRecord.Version(number: 1, time: TestGroup.noon)]
        if state == .erased { (record.summary, record.body) = (nil, nil) }
        return record
    }

    @Test(arguments: [CaseState.draft, .shared, .closed, .erased]) func aCaseComesBack(_ state: CaseState) throws {
        let record = try full(state)
        #expect(!record.notes.isEmpty)
        #expect(try record.fromRow() == record)
    }

    @Test func nothingCutOffOrAddedIsACase() throws {
        let bytes = try full().row
        for length in bytes.indices {
            #expect(throws: FormatError.layout) { try CaseRecord.fromRow(Array(bytes[..<length])) }
        }
        #expect(throws: FormatError.layout) { try CaseRecord.fromRow(bytes + [0]) }
    }

    /// Every byte counts: a row that was changed is refused or is another case.
    @Test func aFlippedByteIsRefusedOrAnotherCase() throws {
        let record = try full()
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
