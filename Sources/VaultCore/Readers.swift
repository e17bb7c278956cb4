import VaultFormat
import VaultLog

extension Session {
    /// `case readers`: who opened a case, its text or its notes, in the order of their first look, as far as my ReadKeys reach. For whoever
    /// may open its title and pitch; an entry says that the log was read, before any of it is shown. Throws ``Fault``.
    package func readers(ofCase number: Int) throws -> [CaseReader] {
        try require(.casesListed, about: number)
        try require(.logOpened)
        var reads: [CaseEntry.Read] = []
        func find() throws { reads = try entryICanSee(number).reads }
        try find()
        try append {
            try find()
            return Change(payload: Payload(.logOpened, .logRead(case: number)))
        }
        return reads.map { CaseReader(number: $0.member, name: name(of: $0.member), first: $0.first, last: $0.last, count: $0.count) }
    }
}
