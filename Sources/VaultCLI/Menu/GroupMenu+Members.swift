import VaultCore
import VaultFormat

/// What there is to do with the members. The words that somebody says, and whether one is sure, the commands ask for.
extension GroupMenu {
    /// The requests that wait; one of them; whether that person is new, and as what they come.
    func accept() throws -> Bool {
        guard let answer = try perform(.memberRequests) else { return true }
        let requests = answer.numbers("request")
        guard !requests.isEmpty else { return true }
        guard let request = try dialogue.number(MenuWording.whichRequest, among: requests) else { return false }
        switch try dialogue.choose(MenuWording.newOrBack, from: Arrival.allCases) {
        case .new: return try acceptNew(request)
        case .back: return try takeBack(request)
        case nil: return false
        }
    }

    /// The requests that wait, and which of them goes.
    func dropRequest() throws -> Bool {
        guard let requests = try perform(.memberRequests)?.numbers("request"), !requests.isEmpty else { return true }
        guard let request = try dialogue.number(MenuWording.whichDropped, among: requests) else { return false }
        try perform(.memberRequests, [], [.init(.drop, String(request))])
        return true
    }

    private func acceptNew(_ request: Int) throws -> Bool {
        guard let name = try freeName() else { return false }
        guard let role = try dialogue.choose(MenuWording.whichRole(name), from: RoleChoice.all)?.role else { return false }
        var options: [Dialogue.Option] = [.init(.name, name), .init(.role, role.rawValue)]
        if role != .member {
            guard let day = try day(MenuWording.untilWhen(name)) else { return false }
            options.append(.init(.until, day))
        }
        if role != .auditor {
            guard let history = try dialogue.choose(MenuWording.whichHistory(name), from: HistoryChoice.all)?.history else {
                return false
            }
            options.append(.init(.history, history.rawValue))
        }
        try perform(.memberAccept, [String(request)], options)
        return true
    }

    private func freeName() throws -> String? {
        while let name = try dialogue.ask(MenuWording.whatName) {
            do {
                try dialogue.requireFree(name: name, vault)
                return name
            } catch let fault as Fault { dialogue.speaker.tell(.fault(fault)) }
        }
        return nil
    }

    /// Somebody who was a member before, with a new computer or a key from paper.
    private func takeBack(_ request: Int) throws -> Bool {
        guard let member = try member(.whoComesBack), let name = try dialogue.ask(MenuWording.whatName) else { return false }
        try perform(.memberAccept, [String(request)], [.init(.name, name), .init(.replaces, String(member))])
        return true
    }

    /// Asks whose last day it is, and which.
    func setLastDay() throws -> Bool {
        guard let member = try member(.whoseLastDay), let day = try day(.whichDay) else { return false }
        try perform(.memberUntil, [String(member), day])
        return true
    }

    /// Asks for whom, and wraps the keys once more.
    func rewrap() throws -> Bool {
        guard let member = try member(.forWhomKeys) else { return false }
        try perform(.memberRewrap, [String(member)])
        return true
    }

    /// Asks who; the command says what goes along, and asks for the name.
    func remove() throws -> Bool {
        guard let member = try member(.whomToRemove) else { return false }
        try perform(.memberRemove, [String(member)])
        return true
    }

    /// Asks what becomes of the cases one shared; the command asks the rest.
    func leave(_ role: Role) throws -> Bool {
        // An auditor has shared nothing.
        if role == .auditor {
            try perform(.memberLeave)
            return true
        }
        switch try dialogue.choose(MenuWording.leaveHow, from: LeaveChoice.allCases) {
        case .sharesStay: try perform(.memberLeave)
        case .withdrawMine: try perform(.memberLeave, [], [.init(.withdrawMine)])
        case nil: return false
        }
        return true
    }

    /// Lists the members and asks for one of them; nil for none, also where the list cannot be shown.
    private func member(_ question: MenuWording) throws -> Int? {
        guard let members = try perform(.memberList)?.activeMembers else { return nil }
        return try dialogue.number(question, among: members)
    }

    /// A day as the commands take it; asked until it is one, or none.
    private func day(_ question: MenuWording) throws -> String? {
        while let typed = try dialogue.ask(question) {
            if (try? Day(Array(typed.utf8)[...])) != nil { return typed }
            try dialogue.say(MenuWording.noSuchDay)
        }
        return nil
    }
}

/// Whether somebody is new.
enum Arrival: Sentence, CaseIterable {
    case new
    case back

    var dutch: String {
        switch self {
        case .new: "Iemand die nieuw is in deze groep"
        case .back: "Iemand die er al bij hoorde, met een andere computer of een nieuwe sleutel"
        }
    }

    var english: String {
        switch self {
        case .new: "Somebody who is new in this group"
        case .back: "Somebody who was in it already, with another computer or a new key"
        }
    }
}

/// A role, with what it means.
struct RoleChoice: Sentence {
    let role: Role

    static let all = [Role.member, .facilitator, .guest, .auditor].map(RoleChoice.init)

    var dutch: String {
        switch role {
        case .member: "Lid: doet alles mee"
        case .facilitator: "Begeleider: leest en schrijft mee tot een laatste dag"
        case .guest: "Gast: leest en schrijft mee tot een laatste dag"
        case .auditor: "Controleur: leest het logboek en geen enkele casus, tot een laatste dag"
        }
    }

    var english: String {
        switch role {
        case .member: "Member: takes part in everything"
        case .facilitator: "Facilitator: reads and writes along up to a last day"
        case .guest: "Guest: reads and writes along up to a last day"
        case .auditor: "Auditor: reads the log and no case at all, up to a last day"
        }
    }
}

/// What a newcomer may read of what was there before.
struct HistoryChoice: Sentence {
    let history: History

    static let all = History.allCases.map(HistoryChoice.init)

    var dutch: String {
        switch history {
        case .all: "Ook de casussen die al met de hele groep zijn gedeeld"
        case .none: "Alleen wat vanaf nu wordt gedeeld"
        }
    }

    var english: String {
        switch history {
        case .all: "Also the cases that are shared with the whole group already"
        case .none: "Only what is shared from now on"
        }
    }
}

/// What becomes of one's cases.
enum LeaveChoice: Sentence, CaseIterable {
    case sharesStay
    case withdrawMine

    var dutch: String {
        switch self {
        case .sharesStay: "Weggaan, en wat ik heb gedeeld blijft bij de groep"
        case .withdrawMine: "Eerst terugtrekken wat ik heb gedeeld, en dan weggaan"
        }
    }

    var english: String {
        switch self {
        case .sharesStay: "Leave, and what I have shared stays with the group"
        case .withdrawMine: "First withdraw what I have shared, and then leave"
        }
    }
}
