import ArgumentParser
import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem

/// When to use colour: `--color`.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
    case auto
    case always
    case never

    /// Whether to use it. With `auto` only on a terminal, and not when NO_COLOR is set (<https://no-color.org>) or TERM is dumb.
    func isOn(terminal: Bool, _ environment: (String) -> String?) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            terminal && (environment("NO_COLOR") ?? "").isEmpty && !["", "dumb"].contains(environment("TERM") ?? "")
        }
    }
}

/// What a guess at the passphrase costs: `--kdf`.
enum KDFChoice: String, CaseIterable, ExpressibleByArgument {
    case interactive
    case moderate
    case sensitive

    /// The parameters that belong to the name.
    var parameters: KDFParameters {
        switch self {
        case .interactive: .interactive
        case .moderate: .moderate
        case .sensitive: .sensitive
        }
    }
}

/// A case's or note's number: a whole number from 1.
struct ItemNumber: ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard let value = Int(argument), value >= 1 else { return nil }
        self.value = value
    }
}

/// A path that is not empty.
struct PathText: ExpressibleByArgument {
    let value: String

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        self.value = argument
    }
}

/// A member as typed: a number, or a name.
struct MemberText: ExpressibleByArgument {
    let reference: MemberReference

    init?(argument: String) { reference = MemberReference(argument) }
}

/// A day as typed. What is no day is a text that breaks a rule, and no matter of the command line's shape.
struct DayText: ExpressibleByArgument {
    private let typed: String

    init?(argument: String) { typed = argument }

    /// Throws ``Fault`` for what is no day of the calendar.
    func day() throws -> Day {
        guard let day = try? Day(Array(typed.utf8)[...]) else { throw Fault.text(.date, .empty) }
        return day
    }

    /// The same, for a last day. Throws ``Fault/endDateNeeded`` for one that has passed.
    func lastDay(from today: Day) throws -> Day {
        let day = try day()
        guard day >= today else { throw Fault.endDateNeeded }
        return day
    }
}

extension OutsideEditor: ExpressibleByArgument {}

extension Role: ExpressibleByArgument {}

extension History: ExpressibleByArgument {}

/// A whole number that its option accepts.
struct EntryIndex: ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard let value = Int(argument), value >= 0 else { return nil }
        self.value = value
    }
}

/// What a report is written as.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    /// A page for people.
    case html
    /// A table for spreadsheets.
    case csv
    /// Data, a line for each look.
    case jsonl
    /// AuditEvents of HL7 FHIR R4.
    case fhir
}

/// Hours of the day, as `8-20`: from the one to the other.
struct HoursText: ExpressibleByArgument {
    /// 0...23
    let first: Int
    /// Above the first, at most 24.
    let late: Int

    init?(argument: String) {
        let ends = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ (1...2).contains($0.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let first = Int(ends[0]), let late = Int(ends[1]), first < late, late <= 24
        else { return nil }
        self.first = first
        self.late = late
    }
}
