/// Several names or numbers in one sentence.
extension [String] {
    /// `Anna, Bo en Cas`
    var dutchList: String { joined(with: "en") }
    /// `Anna, Bo and Cas`
    var englishList: String { joined(with: "and") }
    /// `Anna, Bo of Cas`
    var dutchChoice: String { joined(with: "of") }
    /// `Anna, Bo or Cas`
    var englishChoice: String { joined(with: "or") }

    private func joined(with word: String) -> String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(word) " + last
    }
}

extension [Int] {
    /// `1, 4 en 7`
    var dutchList: String { map(String.init).dutchList }
    /// `1, 4 and 7`
    var englishList: String { map(String.init).englishList }
}
