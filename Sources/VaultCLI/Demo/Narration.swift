import VaultFormat

/// What the narrator of the story says.
enum Narration: Sentence {
    // Before it begins.
    case title
    case invented
    case real
    case passphrases
    case textsAreDutch
    // Three people found a group.
    case aKeyOfHerOwn
    case keysOfTheOthers
    case aGroupBegins
    case bramAsks
    case bramCalls
    case chrisJoins
    // Cases come in.
    case aCaseIsWritten
    case aDraftIsShared
    case logFirst
    case aNoteIsWritten
    case aByteWasChanged
    case theByteIsBack
    case bramKnowsThem
    case bramTries
    case chrisThinksAgain
    case annaTriesToo
    // Others look.
    case gretaComes
    case gretaIsCurious
    case whoLooked
    // Somebody goes.
    case bramGoes
    case bramKeepsCopies
    case theyGoOn
    case bramIsOut
    case aThiefComes
    case foundInTexts(Int, of: Int)
    case foundInVault(Int, of: Int)
    case notSilent
    case entriesShow(Int, first: Instant, last: Instant)
    case signersShow(Int)
    case piecesShow(Int)
    case sizeShows(Int)
    case theKeysAreTried
    case keysTried(Int, blobs: Int)
    case opensBefore(parts: Int, payloads: Int)
    case opensNow(parts: Int)
    case opensFresh(Int, of: Int)
    case opensStill(Int)
    case whatWasRead
    case oldCopyIsBack
    case theVaultIsBack
    case theLaptopIsStolen
    case annaReplaces
    case aBackupIsMade
    case theVaultIsLost
    case chrisReadsOn
    case gretaVerifies
    case ended(ExitStatus)
    // When it is over.
    case otherwise(Surprise)
    case theEnd
}
