/// A C2SP signed note (https://c2sp.org/signed-note v1.0.0): a text that ends in a newline, an empty line, signature lines.
///
/// Reading takes one spelling only, the one that ``bytes`` prints, so that a note has one byte string.
package struct SignedNote: Equatable, Sendable {
    /// One `— name base64(keyID || signature)` line.
    package struct SignatureLine: Equatable, Sendable {
        /// Who signed, without white space or `+`.
        package let name: String
        /// First four bytes of SHA-256(name || 0x0A || 0x01 || public key).
        package let keyID: [UInt8]
        /// For Ed25519 64 bytes; other algorithms (witnesses) may differ.
        package let signature: [UInt8]

        /// `keyID` has four bytes; a name with white space or `+` is our bug.
        package init(name: String, keyID: [UInt8], signature: [UInt8]) {
            precondition(keyID.count == 4 && SignedNote.isKeyName(name))
            self.init(keyName: name, keyID: keyID, signature: signature)
        }

        fileprivate init(keyName: String, keyID: [UInt8], signature: [UInt8]) {
            name = keyName
            self.keyID = keyID
            self.signature = signature
        }
    }

    /// What is signed, UTF-8, ending in a newline.
    package let text: [UInt8]
    /// In the order of the note.
    package let signatures: [SignatureLine]

    /// The most signature lines that are read (Go's limit).
    package static let maximumSignatures = 100

    /// Builds a note from a text that ends in a newline and its signatures.
    package init(text: [UInt8], signatures: [SignatureLine]) {
        precondition(text.last == 0x0a && !signatures.isEmpty)
        self.text = text
        self.signatures = signatures
    }

    /// Throws ``FormatError/note`` for invalid UTF-8, control characters other than newline, no or too many signature lines, or another
    /// spelling.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.last == 0x0a, Self.isPlainText(bytes) else { throw .note }
        // The last empty line splits the text from its signatures; the text may contain empty lines of its own.
        guard let split = Self.lastEmptyLine(bytes) else { throw .note }
        text = Array(bytes[..<(split + 1)])
        var rest = bytes[(split + 2)...]
        var lines: [SignatureLine] = []
        while let end = rest.firstIndex(of: 0x0a) {
            guard lines.count < Self.maximumSignatures else { throw .note }
            lines.append(try Self.signatureLine(rest[..<end]))
            rest = rest[(end + 1)...]
        }
        guard !lines.isEmpty else { throw .note }
        signatures = lines
    }

    /// The note's one spelling.
    package var bytes: [UInt8] {
        var out = text
        out.append(0x0a)
        for line in signatures {
            out.append(contentsOf: Self.dash)
            out.append(contentsOf: line.name.utf8)
            out.append(0x20)
            out.append(contentsOf: Base64.encodeBytes(line.keyID + line.signature))
            out.append(0x0a)
        }
        return out
    }

    /// Whether a key may be called this: not empty, no Unicode space, no `+` (the rule of the C2SP page).
    package static func isKeyName(_ name: String) -> Bool {
        // ASCII is settled without the tables of Unicode: verifying a log comes here once for every entry.
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { $0.isASCII ? $0 != "+" && (0x21...0x7e).contains($0.value) : !$0.properties.isWhitespace }
    }

    /// Em dash and space.
    private static let dash: [UInt8] = [0xe2, 0x80, 0x94, 0x20]

    /// The index of the newline that ends the text.
    private static func lastEmptyLine(_ bytes: [UInt8]) -> Int? {
        var index = bytes.count - 2
        while index >= 1 {
            if bytes[index] == 0x0a, bytes[index - 1] == 0x0a { return index - 1 }
            index -= 1
        }
        return nil
    }

    private static func signatureLine(_ line: ArraySlice<UInt8>) throws(FormatError) -> SignatureLine {
        guard line.starts(with: dash), let space = line.lastIndex(of: 0x20), space > line.startIndex + dash.count else { throw .note }
        let name = String(decoding: line[(line.startIndex + dash.count)..<space], as: UTF8.self)
        let blob = try Base64.decode(line[(space + 1)...])
        guard isKeyName(name), blob.count > 4 else { throw .note }
        return SignatureLine(keyName: name, keyID: Array(blob[..<4]), signature: Array(blob[4...]))
    }

    private static func isPlainText(_ bytes: [UInt8]) -> Bool {
        let span = bytes.span
        for index in span.indices {
            let byte = span[index]
            guard byte >= 0x20 && byte != 0x7f || byte == 0x0a else { return false }
        }
        return (try? UTF8Span(validating: span)) != nil
    }
}
