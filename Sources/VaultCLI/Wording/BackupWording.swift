import VaultFormat

/// What became of a backup, or would.
enum BackupWording: Sentence {
    case made(path: String, bytes: Int, items: Int, group: String)
    case wouldBeMade(items: Int, group: String)
    case notMade(group: String)
    case isOf(group: String, entries: Int, since: Int)
    case opens(openable: Int, of: Int)
    case allLive
    case ended(circles: Int)
    case restoring(group: String, path: String)
    case logStays
    case comesBack(Int)
    case cameBack(Int)
    case restored(group: String, path: String)
    case wouldBeRestored(group: String, path: String)
    case nothingLost
    case lost(Int)
    case lostItem(FindingWording.Place)
    case moreLost(Int)
    case setAside(path: String)
    case salvaged(path: String)

    var dutch: String {
        switch self {
        case .made(let path, let bytes, let items, let group):
            "De reservekopie van \(group) staat in \(path), \(Amount.size(bytes).dutch): \(Amount.items(items).dutch), nagelezen en heel."
        case .wouldBeMade(let items, let group):
            "Er zou een reservekopie van \(group) komen met \(Amount.items(items).dutch); er is nu niets gemaakt."
        case .notMade(let group): "Er is geen reservekopie van \(group) gemaakt, want in de kluis is iets niet heel:"
        case .isOf(let group, let entries, 0): "Dit is een reservekopie van \(group), met alle \(entries) regels van het logboek."
        case .isOf(let group, let entries, let since):
            "Dit is een reservekopie van \(group), met \(entries) regels van het logboek; daarna kwamen er \(since) bij."
        case .opens(let openable, let parts): "Van de \(parts) onderdelen die jij nu kunt openen, gaan er hieruit \(openable) open."
        case .allLive: "Alle sleutels waarmee hij is gemaakt, gelden nog."
        case .ended(1): "1 kring heeft sindsdien een nieuwe sleutel: wat daarin stond, gaat hieruit niet meer open."
        case .ended(let circles): "\(circles) kringen hebben sindsdien een nieuwe sleutel: wat daarin stond, gaat hieruit niet meer open."
        case .restoring(let group, let path): "Je gaat de kluis van \(group) in \(path) herstellen."
        case .logStays: "Het logboek gaat niet terug: wie weg is, blijft weg, en wat is gewist, blijft gewist."
        case .comesBack(1): "Er komt 1 onderdeel terug."
        case .comesBack(let parts): "Er komen \(parts) onderdelen terug."
        case .cameBack(1): "Er is 1 onderdeel teruggekomen."
        case .cameBack(let parts): "Er zijn \(parts) onderdelen teruggekomen."
        case .restored(let group, let path): "De kluis van \(group) in \(path) is hersteld."
        case .wouldBeRestored(let group, let path): "De kluis van \(group) in \(path) zou worden hersteld; er is nu niets veranderd."
        case .nothingLost: "Er is niets verloren."
        case .lost(1): "Verloren is dan 1 ding:"
        case .lost(let items): "Verloren zijn dan \(items) dingen:"
        case .lostItem(let place): place.dutch
        case .moreLost(let items): "en nog \(items); 'kluis check' noemt ze alle."
        case .setAside(let path): "De kluis zoals die was, staat nog in \(path). Gooi dat bestand weg als alles klopt."
        case .salvaged(let path): "Alles wat heel is, staat nu ook in een nieuwe kluis: \(path)."
        }
    }

    var english: String {
        switch self {
        case .made(let path, let bytes, let items, let group):
            "The backup of \(group) stands in \(path), \(Amount.size(bytes).english): \(Amount.items(items).english), read back and whole."
        case .wouldBeMade(let items, let group):
            "There would be a backup of \(group) with \(Amount.items(items).english); nothing has been made now."
        case .notMade(let group): "No backup of \(group) has been made, because something in the vault is not whole:"
        case .isOf(let group, let entries, 0): "This is a backup of \(group), with all \(entries) entries of the log."
        case .isOf(let group, let entries, let since):
            "This is a backup of \(group), with \(entries) entries of the log; \(since) came after them."
        case .opens(let openable, let parts): "Of the \(parts) parts that you can open now, \(openable) open from it."
        case .allLive: "All keys it was made with are still in use."
        case .ended(1): "1 circle has a new key since: what was in it does not open from here any more."
        case .ended(let circles): "\(circles) circles have new keys since: what was in them does not open from here any more."
        case .restoring(let group, let path): "You are about to restore the vault of \(group) in \(path)."
        case .logStays: "The log does not go back: who has gone stays gone, and what was erased stays erased."
        case .comesBack(1): "1 part comes back."
        case .comesBack(let parts): "\(parts) parts come back."
        case .cameBack(1): "1 part has come back."
        case .cameBack(let parts): "\(parts) parts have come back."
        case .restored(let group, let path): "The vault of \(group) in \(path) has been restored."
        case .wouldBeRestored(let group, let path): "The vault of \(group) in \(path) would be restored; nothing has changed now."
        case .nothingLost: "Nothing is lost."
        case .lost(1): "1 thing is lost then:"
        case .lost(let items): "\(items) things are lost then:"
        case .lostItem(let place): place.english
        case .moreLost(let items): "and \(items) more; 'kluis check' names them all."
        case .setAside(let path): "The vault as it was still stands in \(path). Throw that file away when all is well."
        case .salvaged(let path): "Everything that is whole now also stands in a new vault: \(path)."
        }
    }
}
