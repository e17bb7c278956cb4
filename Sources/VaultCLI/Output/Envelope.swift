import VaultFormat

/// The two shapes around everything `--json` prints.
enum Envelope {
    /// Around a result. `ok` is false when a check came to its end and found something.
    static func result(_ data: [JSON.Member], warnings: [Notice], ok: Bool, language: Language) -> JSON {
        var members = [JSON.Member("schema", 1), JSON.Member("ok", .bool(ok)), JSON.Member("data", .object(data))]
        if ok { members.append(JSON.Member("warnings", .array(warnings.map { $0.json(in: language) }))) }
        return .object(members)
    }

    /// Around an error; with what the vault said before it went wrong, if it said anything.
    static func error(_ trouble: Trouble, warnings: [Notice] = [], language: Language) -> JSON {
        let words = trouble.explanation(in: language)
        var members = [
            JSON.Member("schema", 1), JSON.Member("ok", .bool(false)),
            JSON.Member(
                "error",
                .object([
                    JSON.Member("code", .string(trouble.code.rawValue)), JSON.Member("exit", .int(Int(trouble.code.exit.rawValue))),
                    JSON.Member("message", .string(words.message)), JSON.Member("hint", .string(words.hint)),
                ])),
        ]
        if !warnings.isEmpty { members.append(JSON.Member("warnings", .array(warnings.map { $0.json(in: language) }))) }
        return .object(members)
    }
}

/// Something a person must know beside the answer.
struct Notice {
    /// The code of the contract.
    let code: NoticeCode
    /// The sentence.
    let remark: Remark

    /// An element of `warnings`.
    func json(in language: Language) -> JSON {
        .object([JSON.Member("code", .string(code.rawValue)), JSON.Member("message", .string(remark.text(in: language)))])
    }
}

/// The codes of warnings. Programs rely on the spelling.
enum NoticeCode: String, CaseIterable {
    /// The vault is in another place than last time.
    case vaultMoved = "vault-moved"
    /// Entries that broke a rule came since the last command.
    case voidEntries = "void-entries"
    /// A part is damaged and left out of the answer.
    case partDamaged = "damaged.part"
    /// A search found more than it shows.
    case moreFound = "more-found"
    /// Keys of circles of mine did not reach me.
    case keysMissing = "keys-missing"
    /// What stands in the place of the unlock agent is left alone.
    case agentIgnored = "agent-ignored"
    /// My membership ends within two weeks.
    case endsSoon = "ends-soon"
    /// Somebody's end date will take cases along that only they can open.
    case draftsGo = "drafts-go"
    /// Texts that were typed and not kept went with their cases.
    case draftsGone = "drafts-gone"
    /// A circle of content has a new key, so that backups from before do not open with it.
    case backupsEnded = "backups-ended"
    /// Somebody was accepted.
    case joined = "news.joined"
    /// Somebody has new keys.
    case replaced = "news.replaced"
    /// Somebody left.
    case left = "news.left"
    /// Somebody was removed.
    case removed = "news.removed"
    /// An end date was set.
    case until = "news.until"
    /// An end date passed.
    case ended = "news.ended"
    /// Keys that had not reached me were wrapped to me anew.
    case rewrapped = "news.rewrapped"
    /// This command wrote down that an end date has passed.
    case roleEnded = "settled.role-ended"
    /// This command gave circles new keys that they were owed.
    case rotated = "settled.rotated"
}
