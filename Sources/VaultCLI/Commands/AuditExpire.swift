import ArgumentParser
import VaultCore
import VaultFormat

/// `kluis audit expire`: says first how much goes, and asks for the group's name.
struct AuditExpire: Command {
    static let configuration = CommandConfiguration(commandName: "expire")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        try call.requireCertaintyCanBeAsked()
        let session = try call.open()
        let group = session.groupName
        var expired = try session.expire(dryRun: true)
        if expired.isEmpty { return answer(expired, .nothing(expired, group: group), call) }
        if call.dryRun { return answer(expired, .wouldExpire(expired, group: group), call) }
        try call.requireCertainty(
            in: session, call.page(ExpiryDeed.foreseen(expired, group: group)), .certainOfExpiring(group: group), answers: [group])
        expired = try session.expire(dryRun: false)
        return answer(expired, expired.isEmpty ? .nothing(expired, group: group) : .expired(expired, group: group), call)
    }

    private func answer(_ expired: LogExpired, _ deed: ExpiryDeed, _ call: Call) -> Answer {
        var page = call.page(deed)
        if case .expired = deed { page.add(ExpiryDeed.copies.text(in: call.language)) }
        let data = [
            JSON.Member("looks", .int(expired.looks)), JSON.Member("names", .int(expired.names)),
            JSON.Member("kept_from", .string(expired.keptFrom.text)), JSON.Member("retention_years", .int(expired.years)),
        ]
        return Answer(data: data, page: page, remarks: call.dryRun ? [] : [.lookAtLog]).marked(dryRun: call.dryRun)
    }
}
