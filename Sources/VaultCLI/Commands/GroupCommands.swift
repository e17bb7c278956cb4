import ArgumentParser
import VaultCore
import VaultFormat

/// `kluis group create`
struct GroupCreate: Command {
    static let configuration = CommandConfiguration(commandName: "create")

    @OptionGroup var global: GlobalOptions
    @Option var name: String
    @Flag var shared = false
    @Option var logRetention: RetentionYears = RetentionYears.usual

    func answer(_ call: Call) throws -> Answer {
        guard let vault = call.settings.vault else { throw UsageFault.newVaultUnnamed }
        let opener = try call.opener()
        let founded = try Groups.found(
            name: name, vault: vault, shared: shared, logRetention: logRetention.value, dryRun: call.dryRun, in: call.surroundings
        ) { try opener.master(of: $0) }
        guard let founded else {
            return Answer(
                data: [JSON.Member("group", .null), JSON.Member("words", .null)], page: call.page(Deed.groupWouldBeFounded)
            ).marked(dryRun: true)
        }
        var page = call.page(Deed.groupFounded(name: founded.name))
        page.add(Label.firstWords(founded.words.words).text(in: call.language))
        return Answer(
            data: [JSON.Member("group", .string(founded.group.hex)), JSON.Member("words", JSON(founded.words.words))], page: page,
            remarks: [.writeFirstCase])
    }
}

/// `kluis group list`: the groups of this home; no vault is opened.
struct GroupList: Command {
    static let configuration = CommandConfiguration(commandName: "list")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let opener = try call.opener()
        let groups = try Groups.list(in: call.surroundings) { try opener.master(of: $0) }
        var page = call.page(groups.isEmpty ? Label.noGroups : .groups(groups.count))
        for group in groups { page.add(Label.groupLine(name: group.name, vault: group.vault).text(in: call.language), indent: 2) }
        let items = groups.map { group in
            [
                JSON.Member("group", .string(group.group.hex)), JSON.Member("name", .string(group.name)),
                JSON.Member("vault", .string(group.vault)),
            ]
        }
        return .list(items, page: page)
    }
}

/// `kluis group show`
struct GroupShow: Command {
    static let configuration = CommandConfiguration(commandName: "show")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open(readOnly: true)
        let group = try session.group()
        var page = call.page(Label.groupFacts(group: group.name, role: group.role, members: group.members, cases: group.cases))
        page.add(Label.groupLog(size: group.logSize, epoch: group.epoch).text(in: call.language))
        page.add(Label.firstWords(group.words.words).text(in: call.language))
        let data = [
            JSON.Member("group", .string(group.group.hex)), JSON.Member("name", .string(group.name)),
            JSON.Member("epoch", .int(group.epoch)), JSON.Member("members", .int(group.members)),
            JSON.Member("cases", .int(group.cases)), JSON.Member("log_size", .int(group.logSize)),
            JSON.Member("words", JSON(group.words.words)), JSON.Member("role", .string(group.role.rawValue)),
        ]
        return Answer(data: data, page: page)
    }
}

/// For how many years a group keeps who looked at what: `--log-retention`.
struct RetentionYears: ExpressibleByArgument {
    let value: Int

    /// Five years, what NEN 7513 asks of logging of access to client files.
    static let usual = RetentionYears(value: 5)

    private init(value: Int) { self.value = value }

    init?(argument: String) {
        guard let years = Int(argument), Limits.retentionYears.contains(years) else { return nil }
        value = years
    }
}
