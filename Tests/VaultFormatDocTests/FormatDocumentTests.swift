import Testing

/// Every example of Docs/Format.md against the program. The blocks themselves were computed by Tests/Vectors/make_format_examples.py.
struct FormatDocumentTests {
    /// What is done with each block. A check reads every field.
    static let checks: [String: @Sendable (Example) throws -> Void] = FormatChecks.all
        .merging(CryptoChecks.all) { first, _ in first }
        .merging(LogChecks.all) { first, _ in first }
        .merging(FileChecks.all) { first, _ in first }
        .merging(PeopleChecks.all) { first, _ in first }
        .merging(PaperChecks.all) { first, _ in first }
        .merging(ExportChecks.all) { first, _ in first }

    @Test func everyBlockHasACheckAndEveryCheckABlock() {
        let names = FormatDocument.shared.examples.map(\.name)
        #expect(names.count == FormatDocument.shared.fences)
        #expect(names.sorted() == Self.checks.keys.sorted())
        let all = [FormatChecks.all, CryptoChecks.all, LogChecks.all, FileChecks.all, PeopleChecks.all, PaperChecks.all, ExportChecks.all]
        #expect(Self.checks.count == all.map(\.count).reduce(0, +))
    }

    @Test(arguments: FormatDocument.shared.examples.map(\.name))
    func example(_ name: String) throws {
        let check = try #require(Self.checks[name])
        let example = try FormatDocument.shared.example(name)
        try check(example)
        #expect(example.unread == [], "fields of \(name) that no check looks at")
    }

    @Test func aBlockWithAnUnknownLineIsRefused() {
        for body in [["key ? 00"], ["key = 0"], ["key = 00", "key: a"], ["key: a", "key: b"], ["= 00", ""]] {
            #expect(throws: (any Error).self) { try Example(body) }
        }
    }
}
