import VaultFormat

extension Narration {
    var english: String {
        switch self {
        case .title: "A month with a vault"
        case .invented:
            "Anna Verbeek works in home care. With Bram and Chris she begins a group for intervisie: peers who help each other think about situations from their work. They and the people in their cases are invented."
        case .real:
            "The commands are real, and so are the answers. Everything is in a directory of its own, which is gone after the story. Before each command stands who types it. What takes them a month happens here in a few seconds, and the times show that."
        case .passphrases:
            "Usually Kluis asks for your passphrase with every command. Here the story hands it over with --passphrase-fd 3, and we leave that out. Nor do you see KLUIS_HOME and KLUIS_VAULT, with which Kluis finds the directory of whoever types, and the vault."
        case .textsAreDutch: "The cases and notes are in Dutch, because that is what the people Kluis is made for write."
        case .aKeyOfHerOwn:
            "Anna makes a key and chooses a passphrase for it. With --kdf interactive that is quick, but then the passphrase is quicker to guess too. So leave it out when you make a key for yourself."
        case .keysOfTheOthers: "Bram, Chris and Greta do the same. You will meet Greta later."
        case .aGroupBegins: "Then Anna begins the group. The vault is one file, and she is the first member."
        case .bramAsks: "Bram would like to take part and makes a request. His name is not in it."
        case .bramCalls:
            "Bram calls Anna and reads his six words aloud. Anna knows his voice and types what she hears. With other words Kluis would not let him in."
        case .chrisJoins: "Chris joins in the same way. Now there are three of them."
        case .aCaseIsWritten:
            "Something is bothering Anna. She writes it down in casus.txt, with a title, a pitch and the story, and keeps it in the vault."
        case .aDraftIsShared: "She sleeps on it. The next day she shares her case with the group."
        case .logFirst: "Bram reads it. Kluis first writes in the log that Bram looks, and only then shows the case."
        case .aNoteIsWritten: "One sentence stays with him. Bram adds a note."
        case .aByteWasChanged:
            "Somebody who can get at the file changes one byte in the sealed text of case 1. Chris is just about to read it."
        case .theByteIsBack: "That one byte is put back as it was. Anna has the whole vault checked."
        case .bramKnowsThem:
            "Chris writes a case too, about a family that Bram knows from his work. So Chris shares it with the group, but not with Bram."
        case .bramTries: "Bram can see that there is a case 2. He cannot open it: his keys do not fit."
        case .chrisThinksAgain:
            "Later Chris hears that the family might know itself in case 2, and withdraws it. Now only Chris can still open it."
        case .annaTriesToo: "Anna cannot open it any more now either. Whoever read it before still knows what it said, of course."
        case .gretaComes:
            "Greta works elsewhere and is their auditor for a month. In the log she can see who did what, but she cannot read a case. She too read her six words aloud."
        case .gretaIsCurious: "The next day Bram reads case 1 once more. Greta tries to open it too."
        case .whoLooked:
            "The log says who has written something and who has looked at something, and at the end also what Greta just tried. Who read what before she came stays closed to her. These are the last eight entries."
        case .aThiefComes:
            "Somebody steals a copy of the vault, without a key. The thief searches that file for every word of six letters or more in the cases and the notes, and for the titles and the names of the group and the people."
        case .foundInTexts(let found, let all):
            "In the text files themselves, which are not sealed, the same search finds \(found) of the \(all) words."
        case .foundInVault(let found, let all): "In the copy of the vault it finds \(found) of \(all), the titles and the names included."
        case .notSilent: "Such a copy does show something. This is what the thief can get out of it:"
        case .entriesShow(let count, let first, let last):
            "The log has \(Amount.entries(count).english), the first of \(first.english), the last of \(last.english)."
        case .signersShow(let count): "They are signed by \(Amount.members(count).english), with a pseudonym instead of a name."
        case .piecesShow(let count): "There are \(count) sealed pieces, and each shows about how long it is."
        case .sizeShows(let count): "The whole file is \(Amount.bytes(count).english) long."
        case .bramGoes: "Bram gets another job and stops coming to the group."
        case .bramKeepsCopies:
            "Suppose he keeps two copies: of his own directory, with all his keys, and of the vault as it is now. Then Anna removes him from the group."
        case .theyGoOn:
            "Anna writes an answer to her case, and Chris reads the notes. What Bram wrote is still there, word for word, now sealed with new keys."
        case .bramIsOut: "With Kluis, Bram cannot get in any more."
        case .theKeysAreTried:
            "The thief had no key, and Bram has. Perhaps he can open something without Kluis. We take every key from the directory that Bram kept, and try it on every piece: first in his old copy, then in the vault as it is now."
        case .keysTried(let keys, let blobs): "Bram had \(keys) keys. In his copy of the vault there are \(blobs) pieces."
        case .opensBefore(let parts, let payloads):
            "In that copy \(parts) pieces of a case open (title and pitch, text, note), and \(Amount.entries(payloads).english) of the log. So the keys work."
        case .opensNow(let parts): "In the vault as it is now they open \(parts) pieces of a case."
        case .opensFresh(let opened, let all): "Since he went, \(all) pieces have come. Of those, \(opened) open."
        case .opensStill(let count):
            "What does still open is \(count) pieces that were there before, such as entries of the log and names. Bram could read those then too."
        case .whatWasRead:
            "What Bram once read or copied, no vault can take back from him. Kluis said so too when Anna removed him from the group."
        case .oldCopyIsBack:
            "Somebody puts Bram's old copy in the place of the vault. Everything in it is genuine, and his keys still fit it. Chris knows nothing of it. But Chris's own directory says how far the vault had come."
        case .theVaultIsBack: "Anna puts the right vault back."
        case .theLaptopIsStolen:
            "Then Chris's laptop is stolen, keys and all. On a new laptop Chris makes a new key, and asks to join once more."
        case .annaReplaces:
            "Chris calls Anna and reads the six words aloud. Anna takes Chris back in the old place. Everything is sealed with new keys, so those on the stolen laptop do not fit the vault as it is now."
        case .aBackupIsMade: "Anna makes a backup. Kluis first reads all of it back, and only then says that it is there."
        case .theVaultIsLost:
            "A week later the vault's file is gone. Anna puts the backup back. The log does not go back with it, for Anna's own directory keeps that too: who has gone stays gone."
        case .chrisReadsOn: "Chris reads on, and notices nothing."
        case .gretaVerifies: "To finish, Greta verifies the whole log."
        case .ended(let status): "Kluis ended with the number \(status.rawValue): \(status.english)."
        case .otherwise(let surprise): surprise.english
        case .theEnd:
            "That was the story, and the directory is gone. Begin yourself with 'kluis start'. 'kluis --help' shows what else there is."
        }
    }
}
