import VaultCore
import VaultFormat

/// What to do now, for whoever chooses from a menu and types no commands.
enum MenuHint: Sentence {
    case beginAgain
    case sayWords
    case goBack
    case lookAtRequests
    case lookAtMembers
    case otherWords
    case otherHeadWords
    case whoComesBack
    case otherName
    case acceptFirst
    case notYourself
    case dropRequests
    case removeFirst
    case askAnew
    case rewrapKeys
    case keepFile
    case leaveOutFewer
    case askAnyMember
    case askOneOf([String])
    case readLog
    case askAuthor
    case lookAtList
    case askAuthorToShare
    case writeAnew
    case share
    case reopen
    case otherPlace
    case freeName
    case chooseAgain
    case putHomeBack
    case rightFile
    case lookForDamage
    case newestVault
    case oneOfTwo
    case lookAtCase
    case names
    case ownFolder
    case lookInLog
    case notOnceMore
    case sameTwice

    var dutch: String {
        switch self {
        case .beginAgain: "Stop, en begin opnieuw: Kluis ziet dan hoe het ervoor staat."
        case .sayWords:
            "Lees jouw zes woorden voor aan iemand uit de groep, die jou dan toelaat. Ben je ze kwijt, vraag dan opnieuw: je krijgt dan nieuwe."
        case .goBack: "Ga terug, en kies die groep."
        case .lookAtRequests: "Ga terug, en kijk opnieuw welke verzoeken er wachten."
        case .lookAtMembers: "Kijk nog eens in de lijst van leden, en typ het nummer."
        case .otherWords:
            "Laat de ander de woorden nog eens zelf voorlezen. Kloppen ze weer niet, dan is dit verzoek misschien van iemand anders: kies dan '\(MenuChoice.dropRequest.dutch)'."
        case .otherHeadWords:
            "Vraag een ander om de zes woorden van nu, en zorg dat jullie dezelfde kluis gebruiken. Een regel erbij in het logboek geeft andere woorden."
        case .whoComesBack: "Weet je zeker wie je hoort, kies dan '\(Arrival.back.dutch)', en het lid dat terugkomt."
        case .otherName: "Kies een naam die verschilt, bijvoorbeeld met een achternaam erbij."
        case .acceptFirst: "Laat eerst iemand anders toe als lid, zonder laatste dag."
        case .notYourself: "Noem een ander lid. Weggaan doe je met '\(MenuChoice.leave.dutch)', en om sleutels vraag je een ander."
        case .dropRequests: "Laat een lid verzoeken weggooien die niet meer nodig zijn, met '\(MenuChoice.dropRequest.dutch)'."
        case .removeFirst: "Haal eerst iemand weg die niet meer meedoet, met '\(MenuChoice.remove.dutch)'."
        case .askAnew:
            "Gooi het weg met '\(MenuChoice.dropRequest.dutch)', en laat de ander opnieuw vragen, met de nieuwste kluis. Wie niet meer bij de groep hoort en terugkomt van papier, vraagt met 'kluis join --new'."
        case .rewrapKeys:
            "Vraag iemand uit de groep om '\(MenuChoice.rewrap.dutch)' te kiezen, met jouw naam. Helpt dat niet, vraag dan opnieuw met 'kluis join', en laat je weer toelaten als iemand die er al bij hoorde."
        case .keepFile:
            "Bewaar dit bestand zoals het is, voor onderzoek. Is er een reservekopie, zet die dan terug, en vergelijk daarna met je groep de zes woorden van het logboek. Is er geen, dan bewaart 'kluis check --salvage FILE' wat heel is."
        case .leaveOutFewer: "Laat minder mensen weg. Wil je de casus voor jezelf houden, trek hem dan terug."
        case .askAnyMember: "Vraag een lid van de groep om Kluis te openen en de casussen te bekijken; probeer het daarna opnieuw."
        case .askOneOf(let names):
            "Vraag \(names.dutchChoice) om Kluis te openen en de casussen te bekijken: dan komt hij er. Probeer het daarna opnieuw."
        case .readLog: "Lees het logboek: dat kun je wel."
        case .askAuthor: "Vraag het wie het schreef, of schrijf er een notitie bij."
        case .lookAtList: "Kijk nog eens in de lijst welke er zijn."
        case .askAuthorToShare: "Vraag de inbrenger, als die nog bij de groep hoort, om hem helemaal te delen."
        case .writeAnew: "Trek hem terug; daarna schrijf je hem opnieuw, met '\(MenuChoice.editCase.dutch)'."
        case .share: "Je kunt hem delen, met '\(MenuChoice.shareCase.dutch)'."
        case .reopen: "Lezen kan nog. Hoort de inbrenger nog bij de groep, dan heropent die hem door hem opnieuw te delen."
        case .otherPlace: "Kies een andere plek of een andere naam."
        case .freeName: "Kies een naam die nog vrij is, of een andere map."
        case .chooseAgain: "Kies het opnieuw als je het toch wilt."
        case .putHomeBack:
            "Zet de map van Kluis terug uit een reservekopie, en vergelijk daarna met je groep de zes woorden van het logboek."
        case .rightFile: "Kijk of dit het goede bestand is."
        case .lookForDamage:
            "Zoek met '\(MenuChoice.checkVault.dutch)' uit wat er nog meer mis is, en kijk of een reservekopie hem nog heeft."
        case .newestVault:
            "Gebruik de nieuwste kluis, en vraag je groep of iemand een oude kopie heeft teruggezet. Is er geen nieuwere, zet dan een reservekopie terug met het logboek zoals jij het kent, of volg deze met de woorden die een ander je zegt."
        case .oneOfTwo:
            "Vergelijk met je groep de zes woorden van het logboek, en werk samen verder in één van de twee. Wie in de andere staat, volgt die met de woorden van een collega, of zet een reservekopie terug met het eigen logboek."
        case .lookAtCase: "Kijk eerst wat er nu staat, met '\(MenuChoice.showCase.dutch)'."
        case .names: "Kijk of de namen van mappen en bestanden kloppen."
        case .ownFolder:
            "Vraag iemand die verstand heeft van computers om jouw map van Kluis weer alleen van jou te maken, en vergelijk met je groep de zes woorden van het logboek."
        case .lookInLog: "Probeer het opnieuw, en kijk in het logboek wat er al is opgeschreven."
        case .notOnceMore: "Doe het niet zomaar nog eens: in het logboek zie je wat er al is opgeschreven."
        case .sameTwice: "Probeer het opnieuw, en typ twee keer dezelfde wachtzin."
        }
    }

    var english: String {
        switch self {
        case .beginAgain: "Stop, and begin again: Kluis then sees how things stand."
        case .sayWords:
            "Read your six words aloud to somebody in the group, who then accepts you. If you lost them, ask again: you get new ones."
        case .goBack: "Go back, and choose that group."
        case .lookAtRequests: "Go back, and look again which requests are waiting."
        case .lookAtMembers: "Look in the list of members once more, and type the number."
        case .otherWords:
            "Let the other read the words aloud once more. If they still differ, this request may be somebody else's: then choose '\(MenuChoice.dropRequest.english)'."
        case .otherHeadWords:
            "Ask somebody for the six words of today, and see that you use the same vault. One more entry in the log gives other words."
        case .whoComesBack: "If you are sure whom you hear, choose '\(Arrival.back.english)', and the member who comes back."
        case .otherName: "Choose another name, for example with a surname."
        case .acceptFirst: "First accept somebody else as a member, without a last day."
        case .notYourself: "Name another member. You leave with '\(MenuChoice.leave.english)', and for keys you ask somebody else."
        case .dropRequests: "Let a member drop requests that are not needed any more, with '\(MenuChoice.dropRequest.english)'."
        case .removeFirst: "First remove somebody who no longer takes part, with '\(MenuChoice.remove.english)'."
        case .askAnew:
            "Drop it with '\(MenuChoice.dropRequest.english)', and let the other ask again, with the newest vault. Who is no longer part of the group and comes back from paper asks with 'kluis join --new'."
        case .rewrapKeys:
            "Ask somebody in the group to choose '\(MenuChoice.rewrap.english)', with your name. If that does not help, ask again with 'kluis join', and be accepted again as somebody who was in it already."
        case .keepFile:
            "Keep this file as it is, to be looked into. If there is a backup, put it back, and then compare the six words of the log with your group. If there is none, 'kluis check --salvage FILE' saves what is whole."
        case .leaveOutFewer: "Leave out fewer people. To keep the case to yourself, withdraw it."
        case .askAnyMember: "Ask a member of the group to open Kluis and look at the cases; then try again."
        case .askOneOf(let names): "Ask \(names.englishChoice) to open Kluis and look at the cases: that makes it. Then try again."
        case .readLog: "Read the log: that you can do."
        case .askAuthor: "Ask whoever wrote it, or write a note on it."
        case .lookAtList: "Look in the list once more which ones there are."
        case .askAuthorToShare: "Ask the author, if they are still in the group, to share all of it."
        case .writeAnew: "Withdraw it; then write it anew, with '\(MenuChoice.editCase.english)'."
        case .share: "You can share it, with '\(MenuChoice.shareCase.english)'."
        case .reopen: "You can still read it. If its author is still in the group, they reopen it by sharing it again."
        case .otherPlace: "Choose another place or another name."
        case .freeName: "Choose a name that is still free, or another folder."
        case .chooseAgain: "Choose it again if you want it after all."
        case .putHomeBack:
            "Put the directory of Kluis back from a backup, and then compare the six words of the log with your group."
        case .rightFile: "See whether this is the right file."
        case .lookForDamage:
            "Find out with '\(MenuChoice.checkVault.english)' what else is wrong, and see whether a backup still has it."
        case .newestVault:
            "Use the newest vault, and ask your group whether somebody has put an old copy back. If there is no newer one, put a backup back with the log as you know it, or follow this one with the words that somebody says to you."
        case .oneOfTwo:
            "Compare the six words of the log with your group, and go on together in one of the two. Who stands on the other follows it with the words of a colleague, or puts a backup back with the log as they know it."
        case .lookAtCase: "First look at what stands there now, with '\(MenuChoice.showCase.english)'."
        case .names: "See whether the names of folders and files are right."
        case .ownFolder:
            "Ask somebody who knows computers to make your directory of Kluis yours alone again, and compare the six words of the log with your group."
        case .lookInLog: "Try again, and look in the log what has been written down already."
        case .notOnceMore: "Do not just do it again: the log shows what has been written down already."
        case .sameTwice: "Try again, and type the same passphrase twice."
        }
    }
}

extension Trouble {
    /// What a menu says instead of the usual hint; nil where that names no command, or one that no menu has.
    var menuHint: MenuHint? {
        switch self {
        case .fault(let fault): fault.menuHint
        case .wordsDiffer: .otherWords
        case .passphrasesDiffer: .sameTwice
        case .interrupted(.nothingTyped): .chooseAgain
        case .answerLost: .notOnceMore
        case .usage, .findings, .exportFindings, .otherLog, .exportWordsDiffer, .interrupted, .ourBug: nil
        }
    }
}

extension Fault {
    fileprivate var menuHint: MenuHint? {
        switch self {
        case .noIdentity, .exists(.identity): .beginAgain
        case .notAcceptedYet: .sayWords
        case .alreadyMember: .goBack
        case .noSuchRequest: .lookAtRequests
        case .noSuchMember: .lookAtMembers
        case .wordsDiffer: .otherWords
        case .headWordsDiffer: .otherHeadWords
        case .recoveryRequest: .whoComesBack
        case .nameTaken: .otherName
        case .lastMember: .acceptFirst
        case .notOneself: .notYourself
        case .tooMany(.requests): .dropRequests
        case .tooMany(.members): .removeFirst
        case .requestRefused: .askAnew
        case .keyUndelivered: .rewrapKeys
        case .vaultTampered, .entryDamaged, .payloadDamaged: .keepFile
        case .leavesNobody: .leaveOutFewer
        case .rotationOwed([]): .askAnyMember
        case .rotationOwed(let names): .askOneOf(names)
        case .roleMayNot(.auditor): .readLog
        case .notYours: .askAuthor
        case .noSuchCase, .noSuchNote, .noSuchAttachment, .noSuchEntry: .lookAtList
        case .textNotShared: .askAuthorToShare
        case .textLost: .writeAnew
        case .alreadyDraft: .share
        case .caseClosed: .reopen
        case .exists(.file): .otherPlace
        case .exists(.vault): .freeName
        case .declined: .chooseAgain
        case .identityDamaged, .identityCostRefused, .homeDamaged: .putHomeBack
        case .notAVault, .otherFile: .rightFile
        case .partDamaged, .attachmentDamaged: .lookForDamage
        case .rolledBack: .newestVault
        case .forked: .oneOfTwo
        case .changedMeanwhile: .lookAtCase
        case .io(let fault): fault.menuHint
        case .notAMember, .membershipEnded, .tooMany, .noOtherLine, .lineRefused, .endDateNeeded, .roleMayNot, .exists, .newerVersion,
            .wrongPassphrase, .busy, .importTooLarge, .text, .paper, .noVaultNamed, .severalVaults:
            nil
        }
    }
}

extension IOFault {
    fileprivate var menuHint: MenuHint? {
        switch self {
        case .notFound, .notRegular, .notADirectory: .names
        case .othersMayWrite: .ownFolder
        case .closed, .failed: .lookInLog
        case .full, .readOnly, .changed, .socketPlace, .permission: nil
        }
    }
}
