import VaultCore
import VaultFormat

/// What there is to do with cases: first the list, then one of them, then what to do with that one.
extension GroupMenu {
    /// Lists them, and goes on with the one that is chosen.
    func readCases() throws { try pick(from: try perform(.caseList)) }

    /// Shows the case that is chosen from an answer that named some, and then what there is to do with it.
    func pick(from answer: Answer?) throws {
        let numbers = answer?.numbers("case") ?? []
        guard !numbers.isEmpty else { return try dialogue.waitForEnter() }
        guard let number = try dialogue.number(MenuWording.whichCase, among: numbers) else { return }
        let shown = try perform(.caseShow, [String(number)])
        try dialogue.waitForEnter()
        if shown != nil { try withCase(number) }
    }

    /// What there is to do with one case, over and over.
    func withCase(_ number: Int) throws {
        while true {
            let standing: CaseStanding
            do { standing = try dialogue.standing(ofCase: number, vault) } catch let fault as Fault {
                // An erased case is no case any more.
                if fault != .noSuchCase(number) { dialogue.speaker.tell(.fault(fault)) }
                return
            }
            let choices = MenuChoice.withCase(
                isMine: standing.isMine, mayEnd: standing.mayEnd, hasNotesOfMine: standing.hasNotesOfMine)
            guard let choice = try dialogue.choose(MenuWording.whatWithCase(number), from: choices) else { return }
            if try carryOut(choice, onCase: number) { try dialogue.waitForEnter() }
        }
    }

    /// Returns whether there is something to read.
    private func carryOut(_ choice: MenuChoice, onCase number: Int) throws -> Bool {
        let one = [String(number)]
        switch choice {
        case .showCase: try perform(.caseShow, one)
        case .addNote: try perform(.noteAdd, one)
        case .editNote: return try editNote(on: number)
        case .shareCase: return try share(number)
        case .addAttachment:
            guard let path = try dialogue.path(MenuWording.whichFile) else { return false }
            try perform(.attachAdd, one + [path])
        case .saveAttachment: return try saveAttachment(of: number)
        case .editCase: try perform(.caseEdit, one)
        case .caseReaders: try perform(.caseReaders, one)
        case .caseHistory: try perform(.caseHistory, one)
        case .closeCase: try perform(.caseClose, one)
        case .withdrawCase: try perform(.caseWithdraw, one)
        case .eraseCase: try perform(.caseErase, one)
        default: preconditionFailure("a choice of another list")
        }
        return true
    }

    /// Asks with whom, and shares.
    func share(_ number: Int, leaving: any Sentence = MenuWording.back) throws -> Bool {
        var options: [Dialogue.Option] = []
        switch try dialogue.choose(MenuWording.shareHow(number), from: ShareChoice.allCases, leaving: leaving) {
        case .withAll: break
        case .pitchOnly: options = [.init(.pitchOnly)]
        case .without:
            let me = try dialogue.standing(vault).number
            let members = (try perform(.memberList)?.activeMembers ?? []).filter { $0 != me }
            if members.isEmpty {
                try dialogue.say(MenuWording.nobodyElse)
                return false
            }
            var question = MenuWording.leaveOutWhom
            while let left = try dialogue.number(question, among: members) {
                options.append(.init(.without, String(left)))
                question = .leaveOutMore
            }
            // Nobody to leave out is another choice than the one that was made.
            if options.isEmpty { return false }
        case nil: return false
        }
        try perform(.caseShare, [String(number)], options)
        return true
    }

    /// Asks for the folder and what becomes of the cases, and takes them over.
    func importCases() throws -> Bool {
        guard let folder = try dialogue.path(MenuWording.whichImport) else { return false }
        guard let choice = try dialogue.choose(MenuWording.importHow, from: ImportChoice.allCases) else { return false }
        try perform(.importFolder, [folder], choice == .shared ? [.init(.share)] : [])
        return true
    }

    /// Lists the notes, and has the one that is chosen changed.
    private func editNote(on number: Int) throws -> Bool {
        guard let notes = try perform(.noteList, [String(number)])?.numbers("note"), !notes.isEmpty else { return true }
        guard let note = try dialogue.number(MenuWording.whichNote, among: notes) else { return false }
        try perform(.noteEdit, [String(number), String(note)])
        return true
    }

    private func saveAttachment(of number: Int) throws -> Bool {
        guard let list = try perform(.attachList, [String(number)]) else { return true }
        let attachments = list.numbers("attachment")
        guard !attachments.isEmpty else { return true }
        guard let attachment = try dialogue.number(MenuWording.whichAttachment, among: attachments),
            let folder = try dialogue.path(MenuWording.whichFolder)
        else { return false }
        try perform(.attachSave, [String(number), String(attachment)], [.init(.to, folder)])
        return true
    }
}

/// What becomes of cases that are taken over.
enum ImportChoice: Sentence, CaseIterable {
    case drafts
    case shared

    var dutch: String {
        switch self {
        case .drafts: "Eerst alleen voor mij"
        case .shared: "Meteen delen met de hele groep"
        }
    }

    var english: String {
        switch self {
        case .drafts: "For me alone at first"
        case .shared: "Shared with the whole group at once"
        }
    }
}

/// With whom a case is shared.
enum ShareChoice: Sentence, CaseIterable {
    case withAll
    case pitchOnly
    case without

    var dutch: String {
        switch self {
        case .withAll: "Alles, met de hele groep"
        case .pitchOnly: "Alleen de titel en de pitch, met de hele groep"
        case .without: "Alles, met de groep, maar zonder iemand die ik noem"
        }
    }

    var english: String {
        switch self {
        case .withAll: "All of it, with the whole group"
        case .pitchOnly: "Only title and pitch, with the whole group"
        case .without: "All of it, with the group, but without somebody I name"
        }
    }
}
