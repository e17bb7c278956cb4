package import VaultFormat
package import VaultLog

/// Why a command did not do what was asked: everything a person or a program can be told. Carries positions, numbers and
/// counts, and the names of people and groups where the sentence needs them; never a title, a text, a key or a path.
package enum Fault: Error, Equatable, Sendable {
    // Refused: the rules, or the state of things, say no (exit 3).
    /// No identity exists in this home yet.
    case noIdentity
    /// This home has no membership of the group in the vault.
    case notAMember
    /// My membership has ended: removed, left, replaced or past its end date.
    case membershipEnded
    /// My request to join has not been accepted yet.
    case notAcceptedYet
    /// This home is a member of that group already, or has asked to be.
    case alreadyMember
    /// There is no such request.
    case noSuchRequest(Int)
    /// There is no such active member, or the name fits several.
    case noSuchMember
    /// The words that were typed are not those of the request.
    case wordsDiffer
    /// The words that were typed are not those of the log in this vault.
    case headWordsDiffer
    /// The vault's log goes on from what this home has verified: there is no other line to follow.
    case noOtherLine
    /// This home does not leave its line of the log for that one.
    case lineRefused(LineFault)
    /// The request is of another branch of the log, older than the last change of membership, or its keys were used before or fail.
    case requestRefused
    /// The request is a member's who comes back with their own key: it is accepted for exactly that member, who has to be named.
    case recoveryRequest
    /// Somebody active has that name.
    case nameTaken
    /// Nobody without an end date would be left.
    case lastMember
    /// Nobody takes themself off: that is leaving.
    case notOneself
    /// This role needs an end date, or the date has passed.
    case endDateNeeded
    /// As many as there may be.
    case tooMany(Crowd)
    /// Leaving out the author, or everybody.
    case leavesNobody
    /// The log circle owes a rotation that I may not make; these members can.
    case rotationOwed([String])
    /// My role may not do this; `role` is what I am.
    case roleMayNot(role: Role)
    /// Only the author may do this with that case or note.
    case notYours
    /// There is no such case, or none that I may open.
    case noSuchCase(Int)
    /// Of that case I may open title and pitch alone: its text and its notes are not shared with me.
    case textNotShared(Int)
    /// Nobody has the key of that case's text any more: it was in a circle of its author alone, who lost their key and came back with
    /// another.
    case textLost(Int)
    /// The case is a draft already.
    case alreadyDraft(Int)
    /// The log has no entry with that index.
    case noSuchEntry(Int)
    /// There is no such note in that case.
    case noSuchNote(case: Int, note: Int)
    /// There is no such attachment of that case.
    case noSuchAttachment(case: Int, attachment: Int)
    /// The case is closed: no edits, notes or attachments.
    case caseClosed(Int)
    /// An identity, membership or file is already there and is never overwritten.
    case exists(Existing)
    /// The person answered no, or typed something else than was asked for.
    case declined

    // Damaged or tampered (exit 4).
    /// The identity file does not match its own checksum or form.
    case identityDamaged
    /// The identity file asks for a key derivation outside the bounds.
    case identityCostRefused
    /// The home's own file is damaged.
    case homeDamaged
    /// The file is not a vault, or is cut short.
    case notAVault
    /// The vault file has tables, triggers, views or a journal that Kluis never makes, or its database structure is damaged.
    case vaultTampered
    /// Entry `index` is not what a member signed there.
    case entryDamaged(index: Int, kind: FindingKind)
    /// The payload of entry `index` is missing or altered.
    case payloadDamaged(index: Int)
    /// A part of a case is missing or altered; note nil means the case itself.
    case partDamaged(case: Int, note: Int?)
    /// An attachment is missing or altered.
    case attachmentDamaged(case: Int, attachment: Int)

    /// The log's new key was not delivered to me, or does not open what it should: a member can wrap it anew.
    case keyUndelivered

    // Another history (exit 7).
    /// The vault has `missing` entries fewer than this home verified; `seen` is when it last did.
    case rolledBack(missing: Int, seen: Instant)
    /// The vault and this home differ since the entry of time `since`.
    case forked(since: Instant)
    /// Another group's vault stands where this home knows one.
    case otherFile

    // Newer version needed (exit 8).
    /// The vault, the identity or an event in the log was made by a newer program.
    case newerVersion

    // Passphrase (exit 9).
    /// The passphrase does not open the identity.
    case wrongPassphrase

    // Input and output (exit 5).
    /// Reading or writing failed.
    case io(IOFault)

    // Busy (exit 6).
    /// Another command keeps the vault or the home locked.
    case busy
    /// The case, or the note, got another version while somebody wrote a new one from the one before.
    case changedMeanwhile(case: Int, note: Int?)

    // Text that was read (exit 65).
    /// What a person wrote breaks a rule.
    case text(TextField, TextFault)

    /// The words of a paper sheet do not make one.
    case paper(PaperFault)
    /// A folder has more texts, or more bytes of them, than one import brings.
    case importTooLarge

    // A choice is missing (exit 64).
    /// No vault was named and this home knows none.
    case noVaultNamed
    /// No vault was named and this home knows several; their paths, since names are sealed until the passphrase is given.
    case severalVaults([String])
}

/// What is already there.
package enum Existing: Equatable, Sendable {
    /// An identity in this home.
    case identity
    /// A file at the vault's path.
    case vault
    /// A file where an attachment would be saved.
    case file
    /// Something where an exported folder would come.
    case folder
}

/// What there can be too many of.
package enum Crowd: Equatable, Sendable, CaseIterable {
    /// Requests that wait in a vault.
    case requests
    /// Members of a group.
    case members
    /// Circles of a group that are not private.
    case circles
}

/// Kinds of input and output failures.
package enum IOFault: Equatable, Sendable {
    /// No space left, a quota or a size limit.
    case full
    /// The file or its disk cannot be written.
    case readOnly
    /// Nothing is at that path.
    case notFound
    /// A directory, link, pipe or device instead of a file.
    case notRegular
    /// Something else instead of a directory.
    case notADirectory
    /// The file changed while it was being read.
    case changed
    /// The home, or something in it, belongs to somebody else or may be written by others.
    case othersMayWrite
    /// Where the agent's socket is to stand is something else, or others may write there.
    case socketPlace
    /// The system denies access.
    case permission
    /// Standard output was closed.
    case closed
    /// Anything else; the system's error number.
    case failed(Int32)
}

/// Which text a ``TextFault`` is about.
package enum TextField: Equatable, Sendable {
    /// A person's name.
    case name
    /// A group's name.
    case groupName
    /// A case's title.
    case title
    /// A case's pitch.
    case pitch
    /// The text of a case or note.
    case body
    /// A note.
    case note
    /// A file to be attached.
    case attachment
    /// What is searched for.
    case term
    /// The passphrase.
    case passphrase
    /// A date given as an argument.
    case date
    /// Words that were typed.
    case words
}
