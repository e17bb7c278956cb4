/// The story, scene after scene.
enum Story {
    /// The name of the group in it.
    static let group = "Intervisie Oost"

    /// The case that is told, and what is written with it.
    static let theCase = DemoText.fall
    static let theNote = DemoText.fallNote

    /// In the order in which it is told.
    static let scenes: [Scene] = [
        Scene(
            name: .key,
            acts: [
                .tell(.aKeyOfHerOwn),
                .type(.anna, "identity", "create", "--name", Person.anna.name, "--kdf", "interactive", saying: .words(Person.anna.name)),
            ]),
        Scene(
            name: .group,
            acts: [
                .tell(.aGroupBegins),
                .type(.anna, "group", "create", "--name", group, saying: .words(group)),
                .tell(.sixWords),
            ]),
        Scene(
            name: .writing,
            acts: [
                .tell(.aCaseIsWritten),
                .type(.anna, "case", "add", from: theCase, saying: .words("1")),
                .layCopyAside,
                .tell(.copyLaidAside),
                .tell(.aNoteIsWritten),
                .type(.anna, "note", "add", "1", from: theNote, saying: .words("1")),
            ]),
        Scene(
            name: .reading,
            acts: [
                .tell(.theList),
                .type(.anna, "case", "list", saying: .words(theCase.firstLine)),
                .tell(.logFirst),
                .type(.anna, "case", "show", "1", saying: .words(theCase.lastLine), .words(theNote.lastLine)),
            ]),
        Scene(
            name: .log,
            acts: [
                .tell(.whoLooked),
                .type(.anna, "log", "show", saying: .words(Person.anna.name)),
            ]),
        Scene(
            name: .thief,
            acts: [
                .tell(.aThiefComes),
                .searchCopy,
                .tell(.notSilent),
                .readTraces,
            ]),
        Scene(
            name: .byte,
            acts: [
                .flipByte,
                .tell(.aByteWasChanged),
                .type(.anna, "case", "show", "1", ends: .damaged, saying: .words("1")),
                .tell(.lookDeeper),
                .type(.anna, "check", "--deep", ends: .damaged, saying: .words("1")),
                .flipByte,
                .tell(.theByteIsBack),
                .type(.anna, "check", "--deep", saying: .entries),
            ]),
        Scene(
            name: .oldCopy,
            acts: [
                .putOldCopy,
                .tell(.oldCopyIsBack),
                .type(.anna, "case", "list", ends: .otherHistory, saying: .missingEntries),
                .putVaultBack,
            ]),
        Scene(
            name: .whole,
            acts: [
                .tell(.theVaultIsBack),
                .type(.anna, "log", "verify", saying: .entries),
            ]),
    ]
}
