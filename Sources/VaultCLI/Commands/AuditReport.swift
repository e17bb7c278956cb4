import ArgumentParser
import VaultAudit
import VaultCore
import VaultFormat

/// `kluis audit report`
struct ReportCommand: Command {
    static let configuration = CommandConfiguration(commandName: "report")

    @OptionGroup var global: GlobalOptions
    @Option var from: DayText?
    @Option var to: DayText?
    @Option var out: PathText?
    @Option var format: ReportFormat = .html
    @Flag var names = false
    @Flag var pseudonyms = false
    @Option(name: .customLong("cases-an-hour")) var casesAnHour: ItemNumber?
    @Option(name: .customLong("usual-hours")) var usualHours: HoursText?
    @Option(name: .customLong("closed-days")) var closedDays: ItemNumber?
    @Option(name: .customLong("meeting-hours")) var meetingHours: ItemNumber?

    func answer(_ call: Call) throws -> Answer {
        if names, pseudonyms { throw UsageFault.together(.names, with: .pseudonyms) }
        let period = AuditReport.Period(from: try from?.day(), to: try to?.day())
        let session = try call.open()
        // What stands in the way is said before there is an entry of a look that never was.
        let file = try out.map { try ReportFile($0.value, replacing: call.settings.saysYes) }
        let (trail, frame) = try session.auditTrail()
        let isAuditor = trail.member(frame.maker)?.role == .auditor
        let report = AuditReport(
            trail, frame: frame, period: period, limits: limits, showsNames: names || !pseudonyms && !isAuditor)
        try file?.write(signing: session) { try write(report, in: call.language, to: $0) }
        let view = ReportView(report: report, file: file, group: session.groupName, language: call.language)
        return Answer(data: view.data, page: view.page, remarks: [.lookedAtLog])
    }

    private var limits: RuleLimits {
        var limits = RuleLimits()
        if let casesAnHour { limits.casesAnHour = casesAnHour.value }
        if let usualHours { (limits.firstHour, limits.lateHour) = (usualHours.first, usualHours.late) }
        if let closedDays { limits.closedDays = closedDays.value }
        if let meetingHours { limits.meetingHours = meetingHours.value }
        return limits
    }

    private func write(_ report: AuditReport, in language: Language, to out: (String) throws -> Void) throws {
        switch format {
        case .html: try ReportPage(report: report, language: language).write(to: out)
        case .csv: try ReportTable(report).write(to: out)
        case .jsonl: try ReportLines(report).write(to: out)
        case .fhir: try ReportBundle(report).write(to: out)
        }
    }
}

/// `kluis audit leaver MEMBER`
struct LeaverCommand: Command {
    static let configuration = CommandConfiguration(commandName: "leaver")

    @OptionGroup var global: GlobalOptions
    @Argument var member: MemberText

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let view = LeaverView(answer: try session.leaver(member.reference), language: call.language)
        return Answer(data: view.data, page: view.page, remarks: [.lookedAtLog])
    }
}
