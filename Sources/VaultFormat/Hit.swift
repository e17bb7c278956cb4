/// What `searched` says of one case that a search found something in, and so showed something of. What was searched for is nowhere.
package struct Hit: Equatable, Sendable {
    /// The case's number.
    package let caseNumber: Int
    /// The deepest part of the case itself that was shown; the summary where that is no more than the title that stands with a note.
    package let part: Part
    /// The notes that were shown a piece of, ascending.
    package let notes: [Int]

    /// All fields.
    package init(case caseNumber: Int, part: Part, notes: [Int]) {
        self.caseNumber = caseNumber
        self.part = part
        self.notes = notes
    }
}

extension [Hit] {
    /// How many numbers of cases and notes it has; at most ``Limits/hits``.
    package var numbers: Int { reduce(0) { $0 + 1 + $1.notes.count } }

    /// Reads the member `hits`. Throws ``FormatError/member`` unless cases, and the notes of each, ascend and there are no more than may
    /// be.
    init(_ members: inout JSONMembers) throws(FormatError) {
        self = []
        for value in try members.array("hits") {
            let hit = try Hit(value)
            if let last, last.caseNumber >= hit.caseNumber { throw .member }
            append(hit)
        }
        guard numbers <= Limits.hits else { throw .member }
    }

    var members: JSONObject { ["hits": .array(map(\.json))] }
}

extension Hit {
    fileprivate init(_ value: CanonicalJSON) throws(FormatError) {
        var members = try JSONMembers(value)
        caseNumber = try members.number("case")
        guard let part = Part(rawValue: try members.string("part")) else { throw .member }
        self.part = part
        var notes: [Int] = []
        for value in try members.array("notes") {
            guard case .int(let number) = value, number > (notes.last ?? 0) else { throw .member }
            notes.append(number)
        }
        self.notes = notes
        try members.end()
    }

    fileprivate var json: CanonicalJSON {
        .object(["case": .int(caseNumber), "part": .string(part.rawValue), "notes": .array(notes.map(CanonicalJSON.int))])
    }
}
