import Testing

@testable import VaultFormat

/// The body of `searched`: one spelling, in order, within its limit.
struct HitTests {
    private func reading(_ hits: String) throws(FormatError) -> Payload.Reading {
        try Payload.read(Array("{\"event\":\"searched\",\"hits\":\(hits),\"outcome\":0,\"program\":\"kluis/0.1.0\"}".utf8))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let hits = [Hit(case: 1, part: .summary, notes: []), Hit(case: 12, part: .body, notes: [1, 3])]
        for hits in [[], hits] {
            let payload = Payload(.searched, .searched(hits))
            #expect(try Payload.read(payload.bytes) == .known(payload))
        }
        #expect(
            try reading("[{\"case\":1,\"notes\":[],\"part\":\"summary\"},{\"case\":12,\"notes\":[1,3],\"part\":\"body\"}]")
                == .known(Payload(.searched, .searched(hits))))
        #expect(hits.numbers == 4)
    }

    @Test(arguments: [
        "[{\"case\":2,\"notes\":[],\"part\":\"body\"},{\"case\":1,\"notes\":[],\"part\":\"body\"}]",
        "[{\"case\":1,\"notes\":[],\"part\":\"body\"},{\"case\":1,\"notes\":[2],\"part\":\"body\"}]",
        "[{\"case\":0,\"notes\":[],\"part\":\"body\"}]", "[{\"case\":1,\"notes\":[2,2],\"part\":\"body\"}]",
        "[{\"case\":1,\"notes\":[2,1],\"part\":\"body\"}]", "[{\"case\":1,\"notes\":[0],\"part\":\"body\"}]",
        "[{\"case\":1,\"notes\":[],\"part\":\"title\"}]", "[{\"case\":1,\"part\":\"body\"}]", "[{\"case\":1,\"notes\":[]}]",
        "[{\"case\":1,\"notes\":[],\"part\":\"body\",\"term\":\"x\"}]", "[{\"case\":1,\"notes\":[\"1\"],\"part\":\"body\"}]", "[1]", "{}",
        "null",
    ]) func whatIsNotWellFormed(_ hits: String) {
        #expect(throws: FormatError.member) { try reading(hits) }
    }

    @Test func noTermAndNothingElseBeside() {
        let bytes = Array("{\"event\":\"searched\",\"hits\":[],\"outcome\":0,\"program\":\"kluis/0.1.0\",\"term\":\"x\"}".utf8)
        #expect(throws: FormatError.member) { try Payload.read(bytes) }
    }

    /// The largest list that may be, with the longest numbers, fits in a payload as it is sealed.
    @Test func theLimit() throws {
        let last = CanonicalJSON.maximumInteger
        let most = (1...Limits.hits).map { Hit(case: last - Limits.hits + $0, part: .summary, notes: []) }
        let payload = Payload(.searched, .searched(most))
        #expect(try Payload.read(payload.bytes) == .known(payload))
        #expect(SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: payload.bytes.count)) <= Limits.payload)
        let oneCase = Payload(.searched, .searched([Hit(case: 1, part: .body, notes: Array(1...Limits.hits))]))
        #expect(throws: FormatError.member) { try Payload.read(oneCase.bytes) }
    }
}
