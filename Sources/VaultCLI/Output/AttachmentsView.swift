import VaultCore
import VaultFormat

/// The attachments of one case.
struct AttachmentsView {
    let attachments: [AttachmentAnswer]
    let language: Language

    /// The elements of `attachments` and of `items`.
    var items: [[JSON.Member]] {
        attachments.map { attachment in
            [
                JSON.Member("attachment", .int(attachment.number)), JSON.Member("name", .string(attachment.name)),
                JSON.Member("bytes", .int(attachment.bytes)), JSON.Member("author", .string(attachment.author)),
                JSON.Member("time", .string(attachment.time.text)),
            ]
        }
    }

    /// Writes them below what the page has, two lines for each.
    func write(on page: inout Page) {
        for attachment in attachments {
            page.space()
            page.add("\(attachment.number)  \(attachment.name)", indent: 2)
            let facts = Label.attachmentFacts(bytes: attachment.bytes, author: attachment.author, time: attachment.time)
            page.add(facts.text(in: language), .faint, indent: 5)
        }
    }
}
