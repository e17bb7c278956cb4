import VaultCore
import VaultFormat
import VaultLog

extension Fault {
    /// What to tell a person, in English.
    var english: Explanation { Explanation(englishMessage, hint: englishHint) }

    private var englishMessage: String {
        switch self {
        case .noIdentity: "You have no key on this computer yet."
        case .notAMember:
            "Your key does not fit this vault: you are not a member of this group, or the group has new keys without you."
        case .membershipEnded: "You are no longer part of this group, so you cannot open or keep anything here."
        case .notAcceptedYet: "You asked to become part of this group, but nobody in the group has accepted you yet."
        case .alreadyMember: "You are part of this group already."
        case .noSuchRequest(let number): "No request \(number) is waiting for an answer."
        case .noSuchMember: "Nobody in the group has this name or number, or more than one person has."
        case .wordsDiffer: "These words do not belong to this request, so nobody has been accepted."
        case .requestRefused:
            "This request cannot be accepted: it does not fit the log as it is now, or the keys in it were used before or do not work."
        case .headWordsDiffer: "These words do not belong to the log in this vault."
        case .noOtherLine: "This log goes on from what this computer knows already: there is no other to leave."
        case .lineRefused(.otherEpoch):
            "Since the two logs parted somebody came or went on one of them, or the log got a new key there; then Kluis does not leave the one for the other."
        case .lineRefused(.undoesJoin(member: let member)): "In that log member \(member) is not part of the group yet, and here they are."
        case .lineRefused(.readmits(member: let member)): "In that log member \(member) may still do what is over according to this log."
        case .recoveryRequest: "This request is of a member who wants to come back, and that is not the member you named."
        case .nameTaken: "Somebody with this name is part of the group already."
        case .lastMember: "This cannot be done, because nobody without an end date would be left in the group."
        case .notOneself: "Only somebody else can do this for you."
        case .endDateNeeded: "A last day that has not passed yet is needed here."
        case .tooMany(.requests): "As many requests are waiting as a vault can hold."
        case .tooMany(.members): "The group has \(Limits.members) members already, and there cannot be more."
        case .tooMany(.circles):
            "This group has \(Limits.circles) circles already of people who can open something together, and there cannot be more."
        case .leavesNobody: "This leaves nobody to share the case with, or it leaves out the author."
        case .rotationOwed: "Somebody has gone and the log has no new key yet, and you cannot make it."
        case .roleMayNot(.member): "As a member with an end date you cannot do this in this group."
        case .roleMayNot(.auditor): "As an auditor you can read the log but open no case, and this request is in the log now as well."
        case .roleMayNot(let role): "As a \(role.english) you cannot do this in this group."
        case .notYours: "Only whoever wrote this can change it, and that is somebody else."
        case .noSuchCase(let number): "There is no case \(number) that you can open."
        case .noSuchEntry(let index): "The log has no entry \(index)."
        case .noSuchNote(let number, let note): "Case \(number) has no note \(note)."
        case .noSuchAttachment(let number, let attachment): "Case \(number) has no attachment \(attachment)."
        case .textNotShared(let number): "Of case \(number) you can see title and pitch only."
        case .textLost(let number):
            "Nobody can open the text of case \(number) any more: it was shared with nobody, and the key of that time is gone."
        case .alreadyDraft(let number): "Case \(number) is not shared, so there is nothing to withdraw."
        case .caseClosed(let number): "Case \(number) is closed, so nothing can be added to it or changed in it."
        case .exists(.identity): "You already have a key on this computer, and Kluis never overwrites it."
        case .exists(.folder): "Something stands in that place already, and a directory with a log never takes its place."
        case .exists(.file): "A file of that name stands in that place already, so nothing has been saved."
        case .exists(.vault): "There is a file in that place already, and Kluis never overwrites it."
        case .declined: "You did not confirm it, so nothing has changed."
        case .identityDamaged: "The file with your key is damaged or was changed."
        case .identityCostRefused: "The file with your key asks for a computation outside the bounds, so Kluis did not make it like this."
        case .homeDamaged: "What Kluis keeps on this computer about your groups is damaged."
        case .notAVault: "This file is not a vault, or it is not whole."
        case .vaultTampered: "There is something in this file that Kluis never makes: it is damaged or was changed outside Kluis."
        case .entryDamaged(let index, let kind): kind.sentence(entry: index).english
        case .payloadDamaged(let index): "What belongs to entry \(index) of the log is missing or was changed outside Kluis."
        case .partDamaged(let number, nil): Remark.caseDamaged(number).english
        case .partDamaged(let number, let note?): Remark.noteDamaged(number, note).english
        case .attachmentDamaged(let number, let attachment): Remark.attachmentDamaged(number, attachment).english
        case .keyUndelivered:
            "The new key of the log did not reach you, or it is not the key that was promised; so it is too when you have come back on another computer."
        case .rolledBack(1, let seen):
            "This vault is older than the vault you saw on \(Moment(seen).day.english): 1 entry is missing from the log."
        case .rolledBack(let missing, let seen):
            "This vault is older than the vault you saw on \(Moment(seen).day.english): \(missing) entries are missing from the log."
        case .forked(let since):
            "There are two versions of this vault, and since \(Moment(since).day.english) the one says something else than the other."
        case .otherFile: "The vault of another group stands in this place now."
        case .newerVersion: "This was made with a newer Kluis than this one."
        case .wrongPassphrase: "This passphrase does not fit your key."
        case .io(let fault): fault.englishMessage
        case .changedMeanwhile(let number, nil):
            "The text of case \(number) was changed while you were writing, so yours did not take its place."
        case .changedMeanwhile(let number, let note?):
            "Note \(note) on case \(number) was changed while you were writing, so yours did not take its place."
        case .busy: "Another command of Kluis still holds this vault."
        case .importTooLarge:
            "This folder has more than \(Limits.imported) texts, or more than \(Amount.letters(Limits.importedText).english) in all."
        case .text(let field, let fault): fault.english(in: field)
        case .paper(let fault): fault.english.message
        case .noVaultNamed: "You named no vault, and this computer knows none yet."
        case .severalVaults(let paths): "You are a member of \(paths.count) groups, and Kluis does not know which one you mean."
        }
    }

    private var englishHint: String {
        switch self {
        case .noIdentity: "Begin with 'kluis start', or make one with 'kluis identity create --name NAME'."
        case .notAMember: "Ask somebody in the group whether you are still a member."
        case .membershipEnded: "If that is a mistake, ask somebody in the group to accept you again."
        case .notAcceptedYet:
            "Read your six words aloud to somebody in the group, and ask them to give 'kluis member accept'. If you lost them, ask again with 'kluis join --vault FILE'."
        case .alreadyMember: "'kluis group show' tells how the group stands."
        case .noSuchRequest: "'kluis member requests' shows which ones there are."
        case .noSuchMember: "'kluis member list' shows who there are; use the number if two people have the same name."
        case .wordsDiffer:
            "Let the other read the words aloud once more. If they still differ, this request may be somebody else's: drop it with 'kluis member requests --drop REQUEST'."
        case .requestRefused:
            "Drop it with 'kluis member requests --drop REQUEST', and let the other ask again with 'kluis join' and the newest vault. Who is no longer part of the group and comes back from paper asks with 'kluis join --new'."
        case .headWordsDiffer:
            "Ask somebody for the words of 'kluis log head', and see that you use the same vault. One more entry gives other words."
        case .noOtherLine: "You can simply go on."
        case .lineRefused:
            "Look for the vault with the newest log. If it is gone, ask with 'kluis join' from a new directory, and let somebody give 'kluis member accept' with --replaces."
        case .recoveryRequest: "If you are sure whom you hear, name that member with --replaces MEMBER."
        case .nameTaken: "Choose another name behind --name, for example with a surname."
        case .lastMember: "First accept somebody else as a member without an end date, with 'kluis member accept'."
        case .notOneself: "Name another member. You leave with 'kluis member leave', and for keys you ask somebody else."
        case .endDateNeeded: "Write the last day as year, month and day, today or later: YYYY-MM-DD."
        case .tooMany(.requests):
            "Let a member drop requests that are not needed any more, with 'kluis member requests --drop REQUEST'."
        case .tooMany(.members): "First remove somebody who no longer takes part, with 'kluis member remove MEMBER'."
        case .tooMany(.circles): "Share with people who have a case together already, or let whoever joins read what is there as well."
        case .leavesNobody: "Leave out fewer people. To keep the case to yourself, give 'kluis case withdraw CASE'."
        case .rotationOwed([]): "Ask a member of the group to give a command, such as 'kluis case list'."
        case .rotationOwed(let names):
            "One command by \(names.englishChoice) makes it, such as 'kluis case list'; then try again."
        case .roleMayNot(.auditor): "Read the log with 'kluis log show'."
        case .roleMayNot: "Ask a member of the group to do it."
        case .notYours: "Ask whoever wrote it, or write beside it what you want to say with 'kluis note add CASE'."
        case .noSuchCase: "'kluis case list' shows which ones there are."
        case .noSuchAttachment(let number, _): "'kluis attach list \(number)' shows which ones there are."
        case .noSuchEntry: "'kluis log show' shows which ones there are; the first is entry 0."
        case .noSuchNote(let number, _): "'kluis note list \(number)' shows which ones there are."
        case .textNotShared: "Ask the author, if they are still in the group, to share all of it with 'kluis case share CASE'."
        case .textLost(let number): "Withdraw it with 'kluis case withdraw \(number)'; then write it anew with 'kluis case edit \(number)'."
        case .alreadyDraft(let number): "Share it with 'kluis case share \(number)'."
        case .caseClosed(let number):
            "You can still read it with 'kluis case show \(number)'; if its author is still in the group, they reopen it with 'kluis case share \(number)'."
        case .exists(.identity): "Look at it with 'kluis identity show', or choose another directory with --home."
        case .exists(.folder): "Choose a directory that does not exist yet."
        case .exists(.file): "Choose another place, or add --yes to replace the file there."
        case .exists(.vault): "Choose a name that is still free with --vault."
        case .declined: "Give the command again if you want it after all."
        case .identityDamaged, .identityCostRefused, .homeDamaged:
            "Put the directory of Kluis back from a backup, and then compare the words of 'kluis log head' with your group."
        case .notAVault, .otherFile: "See whether you named the right file, behind --vault too."
        case .vaultTampered, .entryDamaged, .payloadDamaged:
            "Keep this file as it is, to be looked into. If there is a backup, 'kluis backup restore FILE' puts it back, and 'kluis check --salvage FILE' saves what is whole. Then compare the words of 'kluis log head' with your group."
        case .keyUndelivered:
            "Ask somebody in the group for 'kluis member rewrap' with your name. If that does not help, ask again with 'kluis join', and let them give 'kluis member accept' with --replaces."
        case .partDamaged, .attachmentDamaged:
            "Find out with 'kluis check --deep' what else is wrong, and see with 'kluis backup check FILE' whether a backup still has it."
        case .rolledBack:
            "Use the newest vault, and ask your group whether somebody has put an old copy back. If there is no newer one, 'kluis backup restore FILE' puts a backup back with the log as you know it, or follow this one with 'kluis log trust' and the words that somebody says to you."
        case .forked:
            "Compare the words of 'kluis log head' with your group, and go on together in one of the two. Who stands on the other follows it with 'kluis log trust', or puts a backup back with the log as they know it, with 'kluis backup restore FILE'."
        case .newerVersion: "Update Kluis and try again."
        case .wrongPassphrase: "Try again: capitals and spaces count."
        case .io(let fault): fault.englishHint
        case .changedMeanwhile: "First look what is there now, with 'kluis case show CASE'."
        case .busy: "Wait until that is done and try again."
        case .importTooLarge: "Divide the texts over several folders and import one after the other."
        case .text(let field, _): field.englishHint
        case .paper(let fault): fault.english.hint
        case .noVaultNamed: "Name it with --vault FILE, or begin with 'kluis start'."
        case .severalVaults(let paths): "Name the vault with --vault:\n" + paths.joined(separator: "\n")
        }
    }
}

extension IOFault {
    /// What is said when only the answer did not come through.
    var englishAnswerLost: String {
        switch self {
        case .full: "What you asked has been done, but not all of the answer could be shown: there is no room left where it had to go."
        case .closed: "What you asked has been done, but not all of the answer could be shown: standard output was closed already."
        case .failed(let number): "What you asked has been done, but showing the answer failed with system error \(number)."
        case .readOnly, .notFound, .notRegular, .notADirectory, .changed, .permission, .othersMayWrite, .socketPlace:
            "What you asked has been done, but not all of the answer could be shown: Kluis may not write to standard output."
        }
    }

    fileprivate var englishMessage: String {
        switch self {
        case .full: "The disk is full, so Kluis cannot write down what you do and therefore does not do it."
        case .readOnly: "Nothing can be written in that place, so Kluis cannot write down what you do and therefore does not do it."
        case .notFound: "There is no file in that place, or the directory does not exist."
        case .notRegular: "In that place is no ordinary file but a directory, a link or a device."
        case .notADirectory: "In that place is no directory."
        case .changed: "The file changed while Kluis was reading it, so nothing has been kept."
        case .othersMayWrite:
            "Others can write in your directory of Kluis, or it belongs to somebody else, so Kluis does not trust what is in it."
        case .socketPlace:
            "Where Kluis would keep your key open stands something that is not yours or that others can get at, so nothing was opened."
        case .permission: "This computer does not give you access to that file or directory."
        case .closed: "One of the channels through which Kluis reads or writes was closed already."
        case .failed(let number): "Reading or writing failed with system error \(number)."
        }
    }

    fileprivate var englishHint: String {
        switch self {
        case .full: "Make room and try again."
        case .readOnly: "Choose a place where you may write, or take the write protection off."
        case .notFound, .notRegular, .notADirectory:
            "See whether the names of files and directories are right, also those behind --vault and --home."
        case .changed: "Wait until nobody writes to it any more, or make a copy of it, and try again."
        case .othersMayWrite:
            "Make the directory yours alone, with 'chmod -R go-w' and the directory behind --home, and compare the words of 'kluis log head' with your group."
        case .socketPlace:
            "Remove what does not belong there: in the directory 'kluis' under XDG_RUNTIME_DIR, or in your directory of Kluis where that variable is empty."
        case .permission: "Ask whoever looks after this computer for access."
        case .closed, .failed: "Try again, and see with 'kluis log show' what has been written down already."
        }
    }
}

extension TextFault {
    /// What is wrong with that text.
    func english(in field: TextField) -> String {
        switch (field, self) {
        case (.date, _): "This is not a date like 2026-11-22."
        case (.attachment, _): "This file is too large for Kluis."
        case (.words, _): "These are not six words from the list of Kluis."
        case (_, .empty): "Fill in \(field.english): there is nothing now."
        case (_, .tooLong(let limit)): "Make \(field.english) shorter: there is room for \(Amount.characters(limit).english)."
        case (_, .tooManyBytes(let limit)): "Make \(field.english) shorter: there is room for \(Amount.letters(limit).english)."
        case (_, .notUTF8(let position)): "Kluis cannot read \(field.english), because from byte \(position) on it is not text in UTF-8."
        case (_, .control(let position)): "Take the character at place \(position) out of \(field.english): it cannot be seen."
        case (_, .nul(let position)): "Take the NUL at place \(position) out of \(field.english)."
        }
    }
}

extension TextField {
    fileprivate var english: String {
        switch self {
        case .name: "the name"
        case .groupName: "the name of the group"
        case .title: "the title"
        case .pitch: "the pitch"
        case .body: "the text"
        case .note: "the note"
        case .attachment: "the file"
        case .term: "the search term"
        case .passphrase: "the passphrase"
        case .date: "the date"
        case .words: "the words"
        }
    }

    fileprivate var englishHint: String {
        switch self {
        case .name, .groupName: "A name is one line of at most \(Amount.characters(Limits.name).english)."
        case .title, .pitch, .body:
            "The first line is the title, then comes an empty line, then if you like a paragraph after 'pitch:', and then the rest."
        case .note: "A note is text from its first character, without a title, of at most \(Amount.letters(Limits.textPart).english)."
        case .attachment: "Kluis keeps files of at most 64 MiB; split it, or keep it somewhere else."
        case .term: "A search term is a word or a phrase of at most \(Amount.characters(Limits.searchTerm).english)."
        case .passphrase: "A passphrase is one line of at most \(Amount.letters(Limits.passphrase).english)."
        case .date: "Write a date as year, month and day: YYYY-MM-DD."
        case .words: "Type the six words you hear, with spaces between them."
        }
    }
}
