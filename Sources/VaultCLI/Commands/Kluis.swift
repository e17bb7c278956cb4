import ArgumentParser

/// The program: its commands, two levels deep. Help and errors are not the parser's but our own, in two languages.
struct Kluis: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kluis",
        subcommands: [
            Start.self, IdentityCommands.self, GroupCommands.self, Join.self, MemberCommands.self, CaseCommands.self, NoteCommands.self,
            AttachCommands.self, Search.self, Import.self, LogCommands.self, AuditCommands.self, Check.self, BackupCommands.self,
            Unlock.self, Lock.self, Doctor.self, Demo.self, Completions.self, Man.self,
        ],
        helpNames: [])

    @OptionGroup var global: GlobalOptions
}

/// `kluis identity ...`
struct IdentityCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        subcommands: [
            IdentityCreate.self, IdentityShow.self, IdentityPassphrase.self, IdentityPaper.self, IdentityRestore.self,
        ])
}

/// `kluis group ...`
struct GroupCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group", subcommands: [GroupCreate.self, GroupList.self, GroupShow.self])
}

/// `kluis member ...`
struct MemberCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member",
        subcommands: [
            MemberRequests.self, MemberAccept.self, MemberList.self, MemberUntilDay.self, MemberRemove.self, MemberLeave.self,
            MemberRewrap.self,
        ])
}

/// `kluis case ...`
struct CaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        subcommands: [
            CaseAdd.self, CaseList.self, CaseShow.self, CaseEdit.self, CaseHistory.self, CaseShare.self, CaseWithdraw.self,
            CaseReaders.self, CaseClose.self, CaseErase.self,
        ])
}

/// `kluis note ...`
struct NoteCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", subcommands: [NoteAdd.self, NoteList.self, NoteEdit.self])
}

/// `kluis attach ...`
struct AttachCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", subcommands: [AttachAdd.self, AttachList.self, AttachSave.self])
}

/// `kluis log ...`
struct LogCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", subcommands: [LogShow.self, LogVerify.self, LogHead.self, LogTrust.self])
}

/// `kluis audit ...`
struct AuditCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        subcommands: [AuditExport.self, AuditVerify.self, ReportCommand.self, LeaverCommand.self, AuditExpire.self])
}

/// `kluis backup ...`
struct BackupCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", subcommands: [BackupCreate.self, BackupCheck.self, BackupRestore.self])
}
