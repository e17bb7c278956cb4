import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// What can happen in a group, each with people and cases of its own, so that any three in any order are a story.
enum AccessOperation: Int, CaseIterable {
    case share, sharePitch, shareWithout, withdraw, reopen, note, edit, joinAll, joinNone, joinAuditor, joinGuest, remove, leave, replace
    case endDate, refresh, draftOfNewcomer

    /// Does it to the model. False where the program must refuse.
    func apply(to model: inout AccessModel) -> Bool {
        let dewi = Self.dewi(model)
        return switch self {
        case .share: model.share(4, by: .anna)
        case .sharePitch: model.share(4, by: .anna, pitchOnly: true)
        case .shareWithout: model.share(2, by: .bram, without: [dewi])
        case .withdraw: model.withdraw(1, by: .anna)
        case .reopen: model.share(3, by: .chris)
        case .note: model.note(1, by: dewi)
        case .edit: model.edit(2, by: .bram)
        case .joinAll: model.join(.ewa, by: .anna, all: true)
        case .joinNone: model.join(.fenna, by: .bram, all: false)
        case .joinAuditor: model.join(.gijs, by: .chris, .auditor, all: true, until: model.today + 30, from: model.today)
        case .joinGuest: model.join(.hugo, by: dewi, .guest, all: true, until: model.today)
        case .remove: model.remove(.bram, by: .anna)
        case .leave: model.leave(.chris)
        case .replace: model.replace(.dewi, with: .dewiAnew, by: .anna)
        case .endDate: model.passEndDate(of: .chris, by: .bram)
        case .refresh: model.look(dewi)
        case .draftOfNewcomer: model.add(by: Self.newcomer(model))
        }
    }

    /// Does it with the program. Throws ``Fault`` where that refuses. `model` is as it was before.
    func run(on stage: AccessStage, _ model: AccessModel) throws {
        let dewi = Self.dewi(model)
        switch self {
        case .share: _ = try stage.open(.anna).share(case: 4, pitchOnly: false, without: [], dryRun: false)
        case .sharePitch: _ = try stage.open(.anna).share(case: 4, pitchOnly: true, without: [], dryRun: false)
        case .shareWithout: _ = try stage.open(.bram).share(case: 2, pitchOnly: false, without: [.name("Dewi")], dryRun: false)
        case .withdraw: _ = try stage.open(.anna).withdraw(case: 1, dryRun: false)
        case .reopen: _ = try stage.open(.chris).share(case: 3, pitchOnly: false, without: [], dryRun: false)
        case .note: _ = try stage.open(dewi).addNote(AccessStage.note((model.cases[1]?.notes.count ?? 0) + 1, 1), toCase: 1, dryRun: false)
        case .edit: _ = try stage.open(.bram).edit(case: 2, try AccessStage.text(2, (model.cases[2]?.version ?? 0) + 1), dryRun: false)
        case .joinAll: try stage.admit(.ewa, by: .anna)
        case .joinNone: try stage.admit(.fenna, by: .bram, history: .none)
        case .joinAuditor: try stage.admit(.gijs, by: .chris, role: .auditor, until: 30, from: stage.day)
        case .joinGuest: try stage.admit(.hugo, by: dewi, role: .guest, until: 0)
        case .remove: _ = try stage.open(.anna).remove(.name("Bram"), dryRun: false)
        case .leave: _ = try stage.open(.chris).leave(withdrawMine: false, dryRun: false)
        case .replace: try stage.admit(.dewiAnew, by: .anna, replaces: .name("Dewi"))
        case .endDate:
            _ = try stage.open(.bram).setUntil(.name("Chris"), stage.day, dryRun: false)
            stage.passDay()
        case .refresh: _ = try stage.open(dewi).cases()
        case .draftOfNewcomer:
            let text = try AccessStage.text(model.cases.count + 1, 1)
            _ = try stage.open(Self.newcomer(model)).addCase(text, share: false, dryRun: false)
        }
    }

    /// Dewi, with the keys she has now.
    private static func dewi(_ model: AccessModel) -> AccessModel.Person { model.isActive(.dewiAnew) ? .dewiAnew : .dewi }

    private static func newcomer(_ model: AccessModel) -> AccessModel.Person {
        [.ewa, .fenna, .hugo].first { model.isActive($0) } ?? dewi(model)
    }
}
