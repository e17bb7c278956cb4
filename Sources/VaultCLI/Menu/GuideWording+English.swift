import VaultFormat

extension GuideWording {
    var english: String {
        switch self {
        case .hello: "Welcome to Kluis. You have no key on this computer yet, so you begin at the beginning."
        case .whatItIs:
            "Kluis keeps the cases of your peer supervision group in one file, the vault. Everything in it is encrypted: only those who are in the group can open it, each with a key of their own. A log that the group can read records who looks at what."
        case .whatItIsNot:
            "Kluis is no client record and no chat, and nobody can get your passphrase back for you. All of you work in the same file, not in copies. And Kluis does not stop anybody from remembering or copying down what they have read."
        case .howToAnswer:
            "Kluis asks one question at a time. Type your answer and press Enter. Enter alone or a 0 goes back; Ctrl-D stops. You can go on later where you were, with 'kluis start'."
        case .drafts: "At first only you can open a new case. The others do not see its title either."
        case .sharing:
            "You choose when you share it: with the whole group, only title and pitch, or with the group without somebody who may know the client. You can withdraw it again."
        case .lookingIsWritten:
            "When you open a case, search for something or look at a list, your name and the time are written in the log. That goes for everybody."
        case .goingAway:
            "When somebody goes, the group gets new keys. That person cannot open what is added after that; what they read or copied before, they may still have."
        case .copies:
            "Whoever has only a copy of the file sees no title, text or name. What can be seen is how large it is, how many entries the log has, and when something was done."
        case .commands:
            "Everything in this menu can also be done with commands: 'kluis help' names them. Messages sometimes have a command between quotes, for what the menu does not do."
        case .beginHow: "How do you begin?"
        case .yourName: "What is your name, as your group knows you?"
        case .whatAPassphraseIs:
            "Now you choose a passphrase. It opens your key, each time you use Kluis. A good one is five or more random words that you use nowhere else."
        case .ifForgotten:
            "If you lose your passphrase and do not have your key on paper, nobody can get it back, and the makers of Kluis cannot either. What you have not shared is gone then."
        case .passphraseHow: "How do you get a passphrase?"
        case .drawn(let words): "Your passphrase: \(words.joined(separator: " "))"
        case .howGoodDrawn:
            "These \(Self.drawnCount) Dutch words are drawn from a list of 2,048. That makes 36 million billion possibilities (55 bits), and each guess takes work. A sentence that you think of yourself is almost always easier to guess."
        case .writeDown:
            "Write the words down with a pen until you know them, and then throw the note away. They are still on your screen: close this window when you are done with Kluis later on. Type them with spaces between them."
        case .nothingShown: "While you type your passphrase, you see nothing on the screen. That is how it should be."
        case .notYet: "That did not work. What do you want to do?"
        case .aboutPaper:
            "Your key can also be on paper: eight lines of words, which you copy with a pen. With it you come back when your passphrase is lost or your computer broken. Kluis asks for your passphrase once more then; that is good practice too."
        case .paperNow: "Do you want to put your key on paper?"
        case .later: "Later"
        case .groupHow: "How do you begin with a group?"
        case .groupName: "What is the name of your group?"
        case .whoUsesTheFile: "How will you all reach this file?"
        case .accountsTogether:
            "Then ask whoever runs the computer to let all your accounts use this file. Otherwise only you can get at the file."
        case .whereToPut:
            "The group's vault is one file. Put it where all of you can get at it: on a network drive, on one computer, or on a stick that goes round. Everybody can see the name of the file, so put nothing about the group in it."
        case .notInACloud:
            "Do not use a folder that makes copies on several computers, such as OneDrive or Dropbox: two people who write in two copies make two vaults that no longer fit together."
        case .whereVault(let proposal):
            "Where should the vault go? Press Enter for \(proposal), type another place, or type 0 to go back:"
        case .inFolder(let file): "The file becomes \(file)."
        case .inAlready: "You are part of this group already."
        case .whatTheWordsAreFor:
            "Those six words belong to the begin of your log. Kluis keeps them for you. Put them in the group's agreement as well: by them one sees later that it is still the same log."
        case .whatJoiningIs:
            "You ask whether you may come in. Kluis then shows you six words. You say them to somebody in the group, by telephone or when you are together, and they accept you. Have the file of the group at hand."
        case .whichVault: "Where is the file of the group? Type the folder and the name, like /media/stick/intervisie.kluis:"
        case .thisVault(let path):
            "Is this the file of the group: \(path)? Press Enter if it is, type another place, or type 0 to go back:"
        case .callSomebody:
            "Now call somebody in the group, or walk over. Say the words, and tell the number of your request. The other chooses 'The group' in Kluis and then 'Accept somebody'."
        case .waiting(let request): "Your request \(request) waits until somebody in the group accepts you. What do you want to do?"
        case .notAcceptedYet: "Nobody has accepted you yet. If you lost the words, ask again: you then get new ones."
        case .accepted: "You have been accepted."
        case .comeBack: "That is fine. Type 'kluis start' later, and you go on from here."
        case .inGroup(let group, let role): "You are part of \(group), as \(role.englishWithArticle)."
        case .auditorBegins: "You can read the log and make a report of it. You cannot open cases."
        case .readFirst(1): "There is 1 case that you have not read. Kluis now shows the list; choose from it what you want to read."
        case .readFirst(let count):
            "There are \(count) cases that you have not read. Kluis now shows the list; choose from it what you want to read."
        case .whatACaseIs:
            "Now you write a case. A few sentences will do, and it may be an exercise: you can write it anew or erase it later. Do not use names of clients."
        case .whoSeesDraft: "At first only you can open what you write. The others do not see its title either."
        case .whatOthersSee:
            "Your case is sealed. Whoever copies the file sees that something was added, about how large it is and when, and not a word of what you wrote. Members of your group see it only when you share it."
        case .next: "You are ready to begin. This is what you can do now:"
        case .invite(let vault):
            "Invite your group: each of them puts Kluis on a computer or account of their own, types 'kluis start' (who is in another group already types 'kluis', and goes to another group) and points at this file: \(vault). Then you accept them, with the six words that they read to you."
        case .backup: "Make a backup as soon as there is something in it that you do not want to lose, and keep it in another place."
        case .menu: "From now on type 'kluis', with nothing behind it. You then see how your group stands, and choose what you want to do."
        }
    }
}
