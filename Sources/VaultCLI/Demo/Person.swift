/// Somebody in the story, with a home and a passphrase of their own.
enum Person: String, CaseIterable {
    case anna
    case bram
    case chris
    case greta

    /// The name in the group.
    var name: String {
        switch self {
        case .anna: "Anna Verbeek"
        case .bram: "Bram de Wit"
        case .chris: "Chris Amrani"
        case .greta: "Greta Smit"
        }
    }

    /// What opens this person's key. Nothing in a story needs to be a secret.
    var passphrase: String { "een wachtzin voor het verhaal van \(rawValue)" }
}
