import VaultCrypto
import VaultFormat

/// How a report looks: on a narrow screen, a wide one, and A4 paper. Every pair of colours has a contrast of at least 4.5 (WCAG 2.2,
/// 1.4.3).
enum ReportSheet {
    /// The element that holds the sheet.
    static let style: HTML = "<style>\(rules)</style>"

    /// What a page may use, for its Content-Security-Policy: this sheet and nothing else, no script and nothing from elsewhere.
    static let policy = "default-src 'none'; style-src 'sha256-\(Base64.encode(Digest.sha256(Array(rules.source.utf8))))'"

    private static let rules: HTML = """

        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1rem; max-width: 52rem; background: #fff; color: #1b1b1b;
          font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: break-word; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: .5rem 0 1rem; }
        h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.2rem 0 .6rem; padding-top: .5rem; border-top: 2px solid #0b4f6c; }
        h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
        p { margin: .4rem 0; }
        a { color: #0b4f6c; }
        nav ul { columns: 2 12rem; padding-left: 1.2rem; margin: .4rem 0; }
        .quiet { color: #4d4d4d; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .6rem; margin: .8rem 0; padding: 0; list-style: none; }
        .tiles li { border: 1px solid #8a8a8a; border-left-width: .5rem; border-radius: .3rem; padding: .4rem .7rem; }
        .tiles b { display: block; font-size: 1.8rem; line-height: 1.2; }
        .explained { border-left-color: #2e6b34 !important; }
        .unexplained { border-left-color: #8a5a00 !important; }
        .serious { border-left-color: #9b1c1c !important; }
        table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .9rem; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .4rem; border-bottom: 1px solid #c4c4c4; }
        thead th { border-bottom: 2px solid #4d4d4d; }
        tbody th { font-weight: 600; }
        td.what, tbody th { overflow-wrap: anywhere; }
        tbody th.words { overflow-wrap: break-word; }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
        td.sign { border-left: 1px solid #c4c4c4; }
        th.remarks { width: 28%; }
        th.initials { width: 10%; }
        th.time { width: 7rem; }
        .date { white-space: nowrap; }
        tr.serious th, tr.serious .verdict { color: #8c1515; font-weight: 600; }
        tr.unexplained .verdict { color: #6e4700; font-weight: 600; }
        figure { margin: .8rem 0; }
        svg { display: block; width: 100%; max-width: 32rem; height: auto; font-family: inherit; }
        .lines { border-bottom: 1px solid #4d4d4d; height: 2.6rem; }
        dl { display: grid; grid-template-columns: minmax(6rem, 10rem) 1fr; gap: .3rem 1rem; }
        dt { align-self: end; }
        dd { margin: 0; }
        @media (max-width: 30rem) {
          body { padding: .6rem; }
          table { font-size: .78rem; hyphens: auto; }
          th, td { padding: .2rem .15rem; }
          th.number { font-size: .68rem; }
          th.time { width: 5rem; }
          tbody th { font-weight: 400; }
          td.what { min-width: 6.5rem; }
        }
        @media screen and (max-width: 30rem) {
          .sign, .remarks, .initials { display: none; }
        }
        @page { size: A4; margin: 16mm 15mm; }
        @media print {
          body { max-width: none; padding: 0; font-size: 10pt; }
          nav { display: none; }
          h2, h3 { break-after: avoid; }
          thead { display: table-header-group; }
          tr, figure, .tiles { break-inside: avoid; }
          td.sign { height: 11mm; }
          .page { break-before: page; }
        }

        """
}
