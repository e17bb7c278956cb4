/// The story, scene after scene.
enum Story {
    /// The name of the group in it.
    static let group = "Intervisie Oost"

    /// The case that is told.
    static let theCase = DemoText.fall
    /// The titles of the cases.
    static let titles = [DemoText.fall, .backDoor].map(\.firstLine)
    /// Title and pitch, and text, of the case that was shared with everybody, and a note on it.
    static let partsBramCouldRead = 3

    /// In the order in which it is told.
    static let scenes: [Scene] = beginning + work + control + parting

    /// Three people found a group.
    private static let beginning = [
        Scene(
            name: .key,
            acts: [
                .tell(.aKeyOfHerOwn),
                .type(.anna, "identity", "create", "--name", .name(.anna), "--kdf", "interactive", saying: .words(Person.anna.name)),
                .tell(.keysOfTheOthers),
                .meanwhile(.bram, "identity", "create", "--name", .name(.bram), "--kdf", "interactive"),
                .meanwhile(.chris, "identity", "create", "--name", .name(.chris), "--kdf", "interactive"),
                .meanwhile(.greta, "identity", "create", "--name", .name(.greta), "--kdf", "interactive"),
            ]),
        Scene(
            name: .group,
            acts: [
                .tell(.aGroupBegins),
                .type(.anna, "group", "create", "--name", .text(group), saying: .words(group)),
            ]),
        Scene(
            name: .joining,
            acts: [
                .tell(.bramAsks),
                .type(.bram, "join", saying: .request),
                .tell(.bramCalls),
                .type(
                    .anna, "member", "accept", .request(.bram), "--name", .name(.bram), "--words", .said(.bram),
                    saying: .words(Person.bram.name)),
                .tell(.chrisJoins),
                .meanwhile(.chris, "join", saying: .request),
                .meanwhile(.anna, "member", "accept", .request(.chris), "--name", .name(.chris), "--words", .said(.chris)),
            ]),
    ]

    /// Cases come in and are talked about.
    private static let work = [
        Scene(
            name: .writing,
            acts: [
                .tell(.aCaseIsWritten),
                .type(.anna, "case", "add", from: theCase, saying: .words("1")),
                .tell(.aDraftIsShared),
                .type(.anna, "case", "share", "1", saying: .words(Person.bram.name), .words(Person.chris.name)),
            ]),
        Scene(
            name: .reading,
            acts: [
                .tell(.logFirst),
                .type(.bram, "case", "show", "1", saying: .words(theCase.lastLine)),
                .tell(.aNoteIsWritten),
                .type(.bram, "note", "add", "1", from: .fallQuestion, saying: .words("1")),
            ]),
        Scene(
            name: .byte,
            acts: [
                .flipByte,
                .tell(.aByteWasChanged),
                .type(.chris, "case", "show", "1", ends: .damaged, saying: .words("1")),
                .flipByte,
                .tell(.theByteIsBack),
                .type(.anna, "check", "--deep", saying: .entries),
            ]),
        Scene(
            name: .without,
            acts: [
                .tell(.bramKnowsThem),
                .meanwhile(.chris, "case", "add", from: .backDoor, saying: .words("2")),
                .type(.chris, "case", "share", "2", "--without", .name(.bram), saying: .words(Person.bram.name), .words(Person.anna.name)),
                .tell(.bramTries),
                .type(.bram, "case", "show", "2", ends: .refused, saying: .words("2")),
            ]),
        Scene(
            name: .withdrawn,
            acts: [
                .tell(.chrisThinksAgain),
                .type(.chris, "case", "withdraw", "2", saying: .words("2")),
                .tell(.annaTriesToo),
                .type(.anna, "case", "show", "2", ends: .refused, saying: .words("2")),
            ]),
    ]

    /// Somebody who may see the log, and nothing else.
    private static let control = [
        Scene(
            name: .auditor,
            acts: [
                .tell(.gretaComes),
                .meanwhile(.greta, "join", saying: .request),
                .type(
                    .anna, "member", "accept", .request(.greta), "--name", .name(.greta), "--words", .said(.greta), "--role", "auditor",
                    "--until", .lastDay, saying: .words(Person.greta.name)),
                .meanwhile(.bram, "case", "show", "1"),
                .tell(.gretaIsCurious),
                .type(.greta, "case", "show", "1", ends: .refused),
                .tell(.whoLooked),
                .type(.greta, "log", "show", "--limit", "8", saying: .words(Person.bram.name), .refusal(of: .greta)),
            ])
    ]

    /// Somebody goes, with keys; somebody comes, without.
    private static let parting = [
        Scene(
            name: .leaving,
            acts: [
                .tell(.bramGoes),
                // So that nothing of before, such as a fresh key of Anna's, waits to be written when he has gone.
                .meanwhile(.anna, "case", "list", saying: .words(theCase.firstLine)),
                .layCopyAside(with: .bram),
                .tell(.bramKeepsCopies),
                .type(.anna, "member", "remove", .name(.bram), "--yes", saying: .words(Person.bram.name)),
            ]),
        Scene(
            name: .goingOn,
            acts: [
                .tell(.theyGoOn),
                .meanwhile(.anna, "note", "add", "1", from: .fallAnswer, saying: .words("2")),
                .type(
                    .chris, "note", "list", "1", saying: .words(DemoText.fallQuestion.lastLine), .words(DemoText.fallAnswer.lastLine)),
                .tell(.bramIsOut),
                .type(.bram, "case", "list", ends: .refused),
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
            name: .oldKeys,
            acts: [
                .tell(.theKeysAreTried),
                .tryOldKeys(of: .bram),
                .tell(.whatWasRead),
            ]),
        Scene(
            name: .oldCopy,
            acts: [
                .putOldCopy,
                .tell(.oldCopyIsBack),
                .type(.chris, "case", "list", ends: .otherHistory, saying: .missingEntries),
                .putVaultBack,
                .tell(.theVaultIsBack),
            ]),
        Scene(
            name: .laptop,
            acts: [
                .loseLaptop(of: .chris),
                .tell(.theLaptopIsStolen),
                .meanwhile(.chris, "identity", "create", "--name", .name(.chris), "--kdf", "interactive"),
                .type(.chris, "join", saying: .request),
                .tell(.annaReplaces),
                .type(
                    .anna, "member", "accept", .request(.chris), "--name", .name(.chris), "--words", .said(.chris), "--replaces",
                    .name(.chris), saying: .words(Person.chris.name)),
            ]),
        Scene(
            name: .backup,
            acts: [
                .tell(.aBackupIsMade),
                .type(.anna, "backup", "create", .backup),
                .loseVault,
                .tell(.theVaultIsLost),
                .type(.anna, "backup", "restore", .backup, "--yes", saying: .words(group)),
                .tell(.chrisReadsOn),
                .type(.chris, "note", "list", "1", saying: .words(DemoText.fallAnswer.lastLine)),
            ]),
        Scene(
            name: .whole,
            acts: [
                .tell(.gretaVerifies),
                .type(.greta, "log", "verify", saying: .entries),
            ]),
    ]
}
