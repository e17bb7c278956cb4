/// What a command comes back with: the same answer for programs and for people, and what is said beside it.
struct Answer {
    /// The members of `data`, in the order of the contract.
    var data: [JSON.Member]
    /// The answer for people.
    var page: Page
    /// What a person must know before the answer.
    var notices: [Notice] = []
    /// Whether a person reads it like a letter: on a terminal, what is longer than the window is read a window at a time and leaves nothing
    /// there.
    var isForReading = false
    /// What is said after the answer, on standard error.
    var remarks: [Remark] = []
    /// What a check found: the answer is given, and the program still ends with an error.
    var trouble: Trouble?

    /// An answer that is one list.
    static func list(_ items: [[JSON.Member]], page: Page) -> Answer {
        Answer(data: [JSON.Member("items", .array(items.map(JSON.object)))], page: page)
    }

    /// The same answer, marked as only tried when it was.
    func marked(dryRun: Bool) -> Answer {
        guard dryRun else { return self }
        var answer = self
        answer.data.append(JSON.Member("dry_run", .bool(true)))
        answer.remarks = []
        return answer
    }
}
