package import VaultFormat

/// One attachment as listed.
package struct AttachmentAnswer: Sendable {
    /// Its number in the case.
    package let number: Int
    /// The safe name under which it would be saved.
    package let name: String
    /// Bytes of the file.
    package let bytes: Int
    /// The name of the member who added it.
    package let author: String
    /// When.
    package let time: Instant
}

/// Answer to `attach list`.
package struct AttachmentList: Sendable {
    /// In order of number.
    package let items: [AttachmentAnswer]
    /// Numbers of attachments whose name and size are damaged or missing.
    package let damaged: [Int]
}

/// Answer to `attach save`.
package struct AttachmentSaved: Sendable {
    /// The file, below the folder as it was typed.
    package let path: String
    /// Bytes of the file.
    package let bytes: Int
}
