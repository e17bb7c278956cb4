package import VaultCrypto
package import VaultFormat

/// An identity on paper.
extension Identity {
    /// Answer to `identity paper`.
    package struct Paper: Sendable {
        /// Eight lines of four words: the MasterKey itself.
        package let lines: [String]
        /// Six words that show which sheet it is.
        package let words: WordCode
    }

    /// `identity paper`: the words to write down. The home remembers when they were asked for, where it can. Throws ``Fault``: no identity,
    /// wrong passphrase, damaged.
    package static func paper(passphrase: borrowing Passphrase, in surroundings: Surroundings) throws -> Paper {
        let file = try IdentityFile.read(in: HomeDirectory(path: surroundings.home))
        let sheet = PaperSheet(try file.unlock(passphrase))
        let words = try words(of: sheet)
        HomeSight(surroundings).remember(sheetAt: surroundings.now())
        return Paper(lines: sheet.lines(), words: words)
    }

    /// `identity restore`: an identity with the key of the sheet, under a new passphrase. Nothing that exists is overwritten; memberships
    /// that the key sealed, if they are still in this home, open again. Returns the six words of the sheet. Throws ``Fault``: exists, text,
    /// io.
    package static func restore(
        _ sheet: borrowing PaperSheet, name: String, cost: KDFParameters, passphrase: borrowing Passphrase, in surroundings: Surroundings
    ) throws -> WordCode {
        let words = try words(of: sheet)
        try make(sheet.master(), name: name, cost: cost, passphrase: passphrase, in: surroundings)
        HomeSight(surroundings).remember(sheetAt: surroundings.now())
        return words
    }

    /// Reads a sheet as ``PaperSheet/read(_:refused:)`` does. Throws ``Fault/newerVersion``, and what the two throw.
    package static func readPaper(
        _ fill: (Int, inout MutableRawSpan) throws -> Int, refused: (PaperFault) throws -> Void
    ) throws -> PaperSheet {
        do { return try PaperSheet.read(fill, refused: refused) } catch CryptoError.unknownVersion { throw Fault.newerVersion }
    }

    /// The six words of a sheet. Throws ``Fault/io(_:)`` where the memory for them is not there.
    package static func words(of sheet: borrowing PaperSheet) throws -> WordCode {
        do throws(CryptoError) { return try sheet.words() } catch { throw Fault.io(.failed(12)) }
    }
}
