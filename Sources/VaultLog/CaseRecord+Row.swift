package import VaultFormat

/// A case in a row of the home: every list and search reads all of them, so that their form is one that reads fast.
extension CaseRecord {
    /// Reads what ``write(to:)`` wrote. Throws ``FormatError/layout``.
    package init(reading row: inout RowReader) throws(FormatError) {
        number = try row.number()
        item = try row.fixed()
        author = try row.number()
        let state = try row.number()
        guard Self.states.indices.contains(state) else { throw .layout }
        self.state = Self.states[state]
        version = try row.number()
        updated = try row.time()
        summary = try row.isThere() ? try PartFacts(.summary, reading: &row) : nil
        body = try row.isThere() ? try PartFacts(.body, reading: &row) : nil
        earlier = []
        for _ in 0..<(try row.count()) { earlier.append(Version(number: try row.number(), time: try row.time())) }
        notes = []
        for _ in 0..<(try row.count()) { notes.append(try NoteRecord(reading: &row)) }
        for _ in 0..<(try row.count()) { attachments.append(try AttachmentRecord(reading: &row)) }
        erasure = try row.isThere() ? try Erasure(reading: &row) : nil
    }

    /// Puts it behind what was written.
    package func write(to row: inout RowWriter) {
        row.add(number)
        row.add(item)
        row.add(author)
        row.add(Self.states.firstIndex(of: state) ?? 0)
        row.add(version)
        row.add(updated)
        row.add(summary) { $0.write(to: &$1) }
        row.add(body) { $0.write(to: &$1) }
        row.add(earlier) { version, row in
            row.add(version.number)
            row.add(version.time)
        }
        row.add(notes) { $0.write(to: &$1) }
        row.add(attachments) { $0.write(to: &$1) }
        row.add(erasure) { $0.write(to: &$1) }
    }

    /// By the number that stands for each.
    private static let states: [CaseState] = [.draft, .shared, .closed, .erased]
}

extension NoteRecord {
    fileprivate init(reading row: inout RowReader) throws(FormatError) {
        number = try row.number()
        item = try row.fixed()
        author = try row.number()
        version = try row.number()
        updated = try row.time()
        body = try PartFacts(.body, reading: &row)
    }

    fileprivate func write(to row: inout RowWriter) {
        row.add(number)
        row.add(item)
        row.add(author)
        row.add(version)
        row.add(updated)
        body.write(to: &row)
    }
}

extension AttachmentRecord {
    fileprivate init(reading row: inout RowReader) throws(FormatError) {
        number = try row.number()
        item = try row.fixed()
        author = try row.number()
        added = try row.time()
        summary = try PartFacts(.summary, reading: &row)
        body = try PartFacts(.body, reading: &row)
    }

    fileprivate func write(to row: inout RowWriter) {
        row.add(number)
        row.add(item)
        row.add(author)
        row.add(added)
        summary.write(to: &row)
        body.write(to: &row)
    }
}

extension CaseRecord.Erasure {
    /// Circles ascend, each once, so that there is one spelling.
    fileprivate init(reading row: inout RowReader) throws(FormatError) {
        index = try row.number()
        var circles: [CircleID] = []
        for _ in 0..<(try row.count()) {
            let circle: CircleID = try row.fixed()
            guard circles.last.map({ $0 < circle }) ?? true else { throw .layout }
            circles.append(circle)
        }
        self.circles = Set(circles)
    }

    fileprivate func write(to row: inout RowWriter) {
        row.add(index)
        row.add(circles.sorted()) { $1.add($0) }
    }
}

extension PartFacts {
    fileprivate init(_ part: Part, reading row: inout RowReader) throws(FormatError) {
        self.init(part: part, circle: try row.fixed(), generation: try row.number(), blob: try row.fixed(), commitment: try row.fixed())
    }

    fileprivate func write(to row: inout RowWriter) {
        row.add(circle)
        row.add(generation)
        row.add(blob)
        row.add(commitment)
    }
}
