import VaultSystem

/// A piece of an HTML page. Text gets in through ``escaped(_:)`` alone, so that no name can become markup.
struct HTML: ExpressibleByStringInterpolation {
    /// The markup.
    private(set) var source: String

    private init(source: String) { self.source = source }

    /// Markup as it is written in this program.
    init(stringLiteral value: String) { source = value }

    /// Markup with values in it: texts are escaped, numbers and other pieces of markup stand as they are.
    init(stringInterpolation: Interpolation) { source = stringInterpolation.source }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity + 16 * interpolationCount) }

        mutating func appendLiteral(_ literal: String) { source += literal }
        mutating func appendInterpolation(_ text: String) { source += HTML.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { source += String(number) }
        mutating func appendInterpolation(_ markup: HTML) { source += markup.source }
    }

    static func + (left: HTML, right: HTML) -> HTML { HTML(source: left.source + right.source) }
    static func += (left: inout HTML, right: HTML) { left.source += right.source }

    /// One piece of each element, one after the other.
    static func each<Element>(_ elements: some Sequence<Element>, _ piece: (Element) throws -> HTML) rethrows -> HTML {
        var all = HTML(source: "")
        for element in elements { all += try piece(element) }
        return all
    }

    /// Text that is markup nowhere, in an element or in an attribute; characters that move, turn or hide are shown as signs.
    private static func escaped(_ text: String) -> String {
        // Nearly all text is plain, and looking at every character of it costs more than all the rest.
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f && $0 != 0x26 && $0 != 0x3c && $0 != 0x3e && $0 != 0x22 && $0 != 0x27 }
        if isPlain { return text }
        var out = ""
        for scalar in VisibleText.shown(text).unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
