import ArgumentParser
import VaultCore
import VaultFormat
import VaultSystem

/// `kluis search`. What is searched for is never an argument: those are seen by other programs and kept by the shell.
struct Search: Command {
    static let configuration = CommandConfiguration(commandName: "search")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let (session, source) = try call.openToWrite(SearchTerm.init(typed:))
        let term: SearchTerm
        switch source {
        case .given(let given): term = given
        case .asked: term = try Self.typed(in: session, call)
        }
        let found = try session.search(term, progress: call.speaker.progress())
        let view = FoundView(items: found.items, group: session.groupName, language: call.language)
        var answer = Answer.list(view.json, page: view.page)
        answer.notices = found.damaged.map { item in
            let remark: Remark = item.note.map { .noteDamaged(item.caseNumber, $0) } ?? .caseDamaged(item.caseNumber)
            return Notice(code: .partDamaged, remark: remark)
        }
        if found.hasMore { answer.notices.append(Notice(code: .moreFound, remark: .moreFound(Limits.hits))) }
        answer.remarks = [.searched(found: !found.items.isEmpty)]
        return answer
    }

    private static func typed(in session: Session, _ call: Call) throws -> SearchTerm {
        let typed: String
        // Nothing is confirmed here: whoever presses Ctrl-D stops.
        do { typed = try call.ask(.searchTerm(group: session.groupName), in: session) } catch Fault.declined {
            throw Trouble.interrupted(.nothingTyped)
        } catch SystemError.tooLarge {
            throw Fault.text(.term, .tooLong(limit: Limits.searchTerm))
        }
        return try SearchTerm(typed: Array(typed.utf8))
    }
}
