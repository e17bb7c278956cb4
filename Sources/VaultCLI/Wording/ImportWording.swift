import VaultCore
import VaultFormat
import VaultLog

/// What an import did, or would do.
enum ImportDeed: Sentence {
    case nothing(group: String)
    case imported(ClosedRange<Int>, CaseState, group: String)
    case wouldImport(ClosedRange<Int>, CaseState, group: String)

    init(_ imported: CasesImported, group: String, dryRun: Bool) {
        guard let numbers = imported.numbers else { self = .nothing(group: group); return }
        self = dryRun ? .wouldImport(numbers, imported.state, group: group) : .imported(numbers, imported.state, group: group)
    }

    var dutch: String {
        switch self {
        case .nothing(let group): "In deze map is niets wat een casus van \(group) kan worden; er is niets bewaard."
        case .imported(let numbers, .draft, let group):
            "\(Amount.cases(numbers.count).dutch) bewaard in \(group), alleen met jouw sleutel te openen: \(Self.dutch(numbers))."
        case .imported(let numbers, _, let group):
            "\(Amount.cases(numbers.count).dutch) bewaard in \(group), door iedereen in de groep te openen: \(Self.dutch(numbers))."
        case .wouldImport(let numbers, .draft, let group):
            "Dit zou \(Amount.cases(numbers.count).dutch) van \(group) worden, alleen met jouw sleutel te openen: \(Self.dutch(numbers)); er is nu niets bewaard."
        case .wouldImport(let numbers, _, let group):
            "Dit zou \(Amount.cases(numbers.count).dutch) van \(group) worden, door iedereen in de groep te openen: \(Self.dutch(numbers)); er is nu niets bewaard."
        }
    }

    var english: String {
        switch self {
        case .nothing(let group): "Nothing in this folder can become a case of \(group); nothing has been kept."
        case .imported(let numbers, .draft, let group):
            "\(Amount.cases(numbers.count).english) kept in \(group), to be opened with your key only: \(Self.english(numbers))."
        case .imported(let numbers, _, let group):
            "\(Amount.cases(numbers.count).english) kept in \(group), which everyone in the group can open: \(Self.english(numbers))."
        case .wouldImport(let numbers, .draft, let group):
            "This would become \(Amount.cases(numbers.count).english) of \(group), to be opened with your key only: \(Self.english(numbers)); nothing has been kept now."
        case .wouldImport(let numbers, _, let group):
            "This would become \(Amount.cases(numbers.count).english) of \(group), which everyone in the group can open: \(Self.english(numbers)); nothing has been kept now."
        }
    }

    private static func dutch(_ numbers: ClosedRange<Int>) -> String {
        numbers.count == 1 ? "nummer \(numbers.lowerBound)" : "nummer \(numbers.lowerBound) tot en met \(numbers.upperBound)"
    }

    private static func english(_ numbers: ClosedRange<Int>) -> String {
        numbers.count == 1 ? "number \(numbers.lowerBound)" : "numbers \(numbers.lowerBound) to \(numbers.upperBound)"
    }
}

/// What an import left out.
enum ImportLabel: Sentence {
    case skipped(Int)
    case file(String, ImportFolder.Reason)

    var dutch: String {
        switch self {
        case .skipped(1): "1 ding in de map is overgeslagen:"
        case .skipped(let count): "\(count) dingen in de map zijn overgeslagen:"
        case .file(let name, let reason): "\(name): \(reason.dutch)"
        }
    }

    var english: String {
        switch self {
        case .skipped(1): "1 thing in the folder was left out:"
        case .skipped(let count): "\(count) things in the folder were left out:"
        case .file(let name, let reason): "\(name): \(reason.english)"
        }
    }
}

extension ImportFolder.Reason {
    fileprivate var dutch: String {
        switch self {
        case .folder: "dit is een map"
        case .link: "dit is een verwijzing"
        case .special: "dit is geen gewoon bestand"
        case .otherName: "de naam eindigt niet op .txt of .md"
        case .unreadable: "dit is niet te lezen"
        case .text(_, .empty): "er staat geen tekst in"
        case .text(let field, let fault): fault.dutch(in: field)
        }
    }

    fileprivate var english: String {
        switch self {
        case .folder: "this is a folder"
        case .link: "this is a link"
        case .special: "this is no ordinary file"
        case .otherName: "the name ends in neither .txt nor .md"
        case .unreadable: "this cannot be read"
        case .text(_, .empty): "there is no text in it"
        case .text(let field, let fault): fault.english(in: field)
        }
    }
}
