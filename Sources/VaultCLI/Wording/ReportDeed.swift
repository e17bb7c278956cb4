import VaultAudit

/// What `audit report` says on the terminal beside the report's own words.
enum ReportDeed: Sentence {
    case heading(group: String)
    case written(path: String)
    case signed(signature: String, signers: String)
    case these(Verdict, Int)

    var dutch: String {
        switch self {
        case .heading(let group): "\(group), wie er keek"
        case .written(let path): "Het verslag staat in \(path)."
        case .signed(let signature, let signers):
            "De handtekening staat in \(signature), en de sleutel om hem na te rekenen in \(signers)."
        case .these(.serious, let count): "Moet bekeken worden: \(count) (tijden in UTC)"
        case .these(.unexplained, let count): "Onverklaard: \(count) (tijden in UTC)"
        case .these(.explained, let count): "Verklaard: \(count) (tijden in UTC)"
        }
    }

    var english: String {
        switch self {
        case .heading(let group): "\(group), who looked"
        case .written(let path): "The report stands in \(path)."
        case .signed(let signature, let signers): "Its signature stands in \(signature), and the key to verify it with in \(signers)."
        case .these(.serious, let count): "Must be looked at: \(count) (times in UTC)"
        case .these(.unexplained, let count): "Unexplained: \(count) (times in UTC)"
        case .these(.explained, let count): "Explained: \(count) (times in UTC)"
        }
    }
}
