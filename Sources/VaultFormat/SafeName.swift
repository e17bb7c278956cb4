/// The name of a file that came from somebody else, made harmless: it names a visible file in the folder it is written to and no other, the
/// terminal shows it as it is, and every common file system takes it. The sender chose the rest.
package struct SafeName: Equatable, Sendable {
    /// 1 to 255 bytes of UTF-8.
    package let text: String

    /// Most bytes that the usual file systems take.
    package static let limit = 255
    /// What a name is called of which nothing is left.
    package static let nameless = "attachment"

    /// Takes what stands behind the last separator of any system; leaves out what cannot be seen or turns the reading direction, white
    /// space at both ends and dots in front; puts `_` before a hyphen, which would make an option of it. Too long a name loses the end of
    /// what stands before its extension. A name that is safe stays as it is.
    package init(_ name: String) {
        let parts = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }
        var scalars = (parts.last.map(Array.init) ?? []).filter(Self.isVisible)[...]
        while let first = scalars.first, first == "." || first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        if scalars.first == "-" { scalars.insert("_", at: scalars.startIndex) }
        if scalars.isEmpty { scalars = Array(Self.nameless.unicodeScalars)[...] }
        text = Self.cut(scalars)
    }

    /// The rule for a character: no control, format or separator, and nothing that a font may leave out.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// At most ``limit`` bytes, cut between two scalars. What stands behind the last dot is kept whole if it is no longer than an
    /// extension.
    private static func cut(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        guard bytes(scalars) > limit else { return string(scalars) }
        let dot = scalars.lastIndex(of: ".") ?? scalars.endIndex
        let ending = bytes(scalars[dot...]) <= longestEnding ? scalars[dot...] : []
        var room = limit - bytes(ending)
        var stem = scalars.prefix { scalar in
            room -= UTF8.width(scalar)
            return room >= 0
        }
        while let last = stem.last, last.properties.isWhitespace { stem.removeLast() }
        return string(stem) + string(ending)
    }

    private static let longestEnding = 32

    private static func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + UTF8.width($1) } }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
