import Foundation

/// One measured ratio and the bound it has to keep, where it has one: the median of the rounds counts.
struct Row {
    let name: String
    let sample: Sample
    let bound: Double?

    var isKept: Bool { bound.map { sample.median <= $0 } ?? true }
}

/// What belongs together, with how it was measured.
struct Section {
    let title: String
    let explanation: String
    let rows: [Row]
}

/// Prints what was measured and writes it down.
struct Report {
    let sections: [Section]

    /// Prints, and writes the page where all was measured. Throws ``BoundBroken``.
    func write(keep: Bool) throws {
        let page = text
        print(page)
        let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).appendingPathComponent("Docs")
        if keep, FileManager.default.fileExists(atPath: folder.path) {
            try page.write(to: folder.appendingPathComponent("Benchmarks.md"), atomically: true, encoding: .utf8)
        }
        if !broken.isEmpty { throw BoundBroken() }
    }

    private var broken: [Row] { sections.flatMap(\.rows).filter { !$0.isKept } }

    private var text: String {
        let verdict = broken.isEmpty ? "Every bound was kept in this run." : "Bounds that were not kept in this run: \(broken.count)."
        return """
            # Benchmarks

            Written by `make bench`. Each figure is a ratio of two things measured in the same run, in turns; the median of the rounds, with the
            middle half of the rounds beside it. Vaults use the least key derivation the program accepts. \(verdict)

            \(sections.map(text).joined(separator: "\n\n"))

            """
    }

    private func text(_ section: Section) -> String {
        let rows = section.rows.map { row in
            let spread = "\(number(row.sample.lowerQuartile))–\(number(row.sample.upperQuartile))"
            let verdict = row.bound.map { ("at most \(number($0))", row.isKept ? "kept" : "**not kept**") } ?? ("none", "")
            return "| \(row.name) | \(number(row.sample.median)) | \(spread) | \(verdict.0) | \(verdict.1) |"
        }
        return """
            ## \(section.title)

            \(section.explanation)

            | what | ratio | middle half | bound | in this run |
            |---|---|---|---|---|
            \(rows.joined(separator: "\n"))
            """
    }

    private func number(_ value: Double) -> String { String(format: "%.2f", value) }
}

/// A ratio is above its bound.
struct BoundBroken: Error, CustomStringConvertible {
    let description = "a ratio is above its bound"
}
