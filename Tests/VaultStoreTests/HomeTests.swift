import Testing
import VaultFormat

@testable import VaultStore

/// The home goes forward in whole steps.
struct HomeTests {
    let scratch: Scratch
    let home: HomeFile
    private let key = StoredKeyName(kind: StoredKeyKind("circle"), circle: [1, 2], generation: 3)

    init() throws {
        scratch = try Scratch()
        home = try scratch.home()
    }

    @Test func anEmptyHomeKnowsNothing() throws {
        #expect(try home.entryCount() == 0)
        #expect(try home.entry(at: 0) == nil)
        #expect(try home.fact(FactName("state")) == nil)
        #expect(try home.value(ofCase: 1) == nil)
        #expect(try home.blob(name(1), limit: 10) == nil)
        #expect(try home.key(key) == nil)
        #expect(try home.keys(key.kind) == [])
        #expect(try home.line(0) == nil)
        try home.cases { _, _ in Issue.record("there is no case") }
    }

    @Test func aStepIsKeptWhole() throws {
        var change = HomeChange(size: 0)
        change.entries = [leaf(0), leaf(1)]
        change.facts = [FactName("state"): [1], FactName("edge"): []]
        change.blobsIn = [sample(1, 70_000)]
        change.cases = [CaseRow(number: 2, value: [2]), CaseRow(number: 1, value: [1])]
        change.lines = [LineRow(index: 0, value: [3]), LineRow(index: 1, value: [4])]
        change.keys = [StoredKey(name: key, sealed: [9])]
        try home.pin(change)

        var next = HomeChange(size: 2)
        next.entries = [leaf(2)]
        next.facts = [FactName("state"): [2]]
        next.blobsOut = [name(1)]
        next.blobsIn = [sample(2, 10)]
        next.cases = [CaseRow(number: 1, value: [11])]
        next.casesOut = [2]
        next.lines = [LineRow(index: 1, value: [5])]
        next.keysOut = [key]
        try home.pin(next)

        let other = try HomeFile.open(scratch.path("a.home"), access: .readOnly)
        #expect(try other.entryCount() == 3)
        #expect(try other.entry(at: 2) == leaf(2))
        #expect(try other.fact(FactName("state")) == [2])
        #expect(try other.fact(FactName("edge")) == [])
        #expect(try other.blob(name(1), limit: 1 << 20) == nil)
        #expect(try other.blob(name(2), limit: 10) == sample(2, 10).bytes)
        #expect(try other.value(ofCase: 1) == [11])
        #expect(try other.value(ofCase: 2) == nil)
        #expect(try other.line(0) == [3])
        #expect(try other.line(1) == [5])
        #expect(try other.key(key) == nil)
    }

    @Test(arguments: [0, 1, 3])
    func thePinOnlyGoesForward(size: Int) throws {
        var change = HomeChange(size: 0)
        change.entries = [leaf(0), leaf(1)]
        try home.pin(change)
        var wrong = HomeChange(size: size)
        wrong.entries = [leaf(size)]
        wrong.facts = [FactName("state"): [1]]
        wrong.keysOut = [key]
        #expect(try refusal { try home.pin(wrong) } == .headMoved)
        #expect(try home.entryCount() == 2)
        #expect(try home.fact(FactName("state")) == nil)
    }

    @Test func aStepThatCannotBeTakenWholeIsNotTaken() throws {
        var change = HomeChange(size: 0)
        change.facts = [FactName("state"): [1]]
        change.entries = [leaf(0), []]
        #expect(try refusal { try home.pin(change) } == .tooLarge)
        #expect(try home.entryCount() == 0)
        #expect(try home.fact(FactName("state")) == nil)
    }

    @Test func keysAreStoredListedAndReplaced() throws {
        let names = [(1, 2), (1, 10), (0, 5)].map { StoredKeyName(kind: key.kind, circle: [$0.0], generation: $0.1) }
        try home.storeKeys(names.map { StoredKey(name: $0, sealed: [1]) })
        try home.storeKeys([StoredKey(name: names[0], sealed: [2])])
        try home.storeKeys([StoredKey(name: StoredKeyName(kind: StoredKeyKind("read"), circle: [1], generation: 2), sealed: [3])])
        #expect(try home.keys(key.kind) == [names[2], names[0], names[1]])
        #expect(try home.key(names[0])?.sealed == [2])
    }

    @Test func aForgottenKeyIsNotInTheFile() throws {
        let marker = Array("a sealed key that must go".utf8)
        try home.storeKeys([StoredKey(name: key, sealed: marker)])
        #expect(try scratch.bytes("a.home").contains(marker))
        var change = HomeChange(size: 0)
        change.keysOut = [key]
        try home.pin(change)
        #expect(try !scratch.bytes("a.home").contains(marker))
        try home.storeKeys([StoredKey(name: key, sealed: marker)])
        try home.storeKeys([StoredKey(name: key, sealed: [1])])
        #expect(try !scratch.bytes("a.home").contains(marker))
        change.cases = [CaseRow(number: 1, value: marker)]
        try home.pin(change)
        change.cases = [CaseRow(number: 1, value: [1])]
        try home.pin(change)
        #expect(try !scratch.bytes("a.home").contains(marker))
    }

    @Test func casesComeInOrderAPageAtATime() throws {
        var change = HomeChange(size: 0)
        change.cases = (1...300).reversed().map { CaseRow(number: $0, value: [UInt8(truncatingIfNeeded: $0)]) }
        change.places = [1, 128, 129, 300].flatMap { number in
            [Part.summary, .body].map { PlaceRow(place: Manifest.Place(caseNumber: number, part: $0), blob: name(number & 0xff)) }
        }
        try home.pin(change)
        func numbers(after: Int = 0, limit: Int = .max) throws -> [Int] {
            var seen: [Int] = []
            try home.cases(after: after, limit: limit) { row, places in
                seen.append(row.number)
                #expect(places == (try home.places(ofCase: row.number)))
                #expect(places.count == ([1, 128, 129, 300].contains(row.number) ? 2 : 0))
                let found = try home.value(ofCase: row.number)
                #expect(found == row.value)
            }
            return seen
        }
        #expect(try numbers() == Array(1...300))
        #expect(try numbers(after: 290) == Array(291...300))
        #expect(try numbers(after: 5, limit: 130) == Array(6...135))
        #expect(try numbers(limit: 0) == [])
    }

    @Test(arguments: [
        "UPDATE facts SET value = 'text'", "UPDATE cases SET value = 1", "UPDATE lines SET value = 'text'", "UPDATE keys SET sealed = 1.5",
    ])
    func rowsOfAnotherFormAreDamage(statement: String) throws {
        var change = HomeChange(size: 0)
        change.facts = [FactName("state"): [1]]
        change.cases = [CaseRow(number: 1, value: [1])]
        change.lines = [LineRow(index: 0, value: [3])]
        change.keys = [StoredKey(name: key, sealed: [9])]
        try home.pin(change)
        try scratch.tamper("a.home", statement)
        let found = try refusal {
            _ = try home.fact(FactName("state"))
            _ = try home.value(ofCase: 1)
            _ = try home.line(0)
            _ = try home.key(key)
        }
        #expect(found == .damaged(.home))
    }
}
