/// What people type who think in Dutch, or know another program. Commands are English in both languages; these words lead to them.
enum Meaning {
    /// Words of commands; where one can mean more, the first that fits the place counts before the others.
    static let words: [String: [String]] = [
        // What there is.
        "hulp": ["help"], "uitleg": ["help"], "man": ["man"], "handleiding": ["man"],
        "sleutel": ["identity"], "identiteit": ["identity"], "id": ["identity"], "key": ["identity"], "whoami": ["identity"],
        "groep": ["group"], "groepen": ["group"], "groups": ["group"],
        "lid": ["member"], "leden": ["member"], "mensen": ["member"], "user": ["member"], "users": ["member"],
        "casus": ["case"], "casussen": ["case"], "zaak": ["case"], "cases": ["case"],
        "notitie": ["note"], "notities": ["note"], "notes": ["note"], "opmerking": ["note"],
        "bijlage": ["attach"], "bijlagen": ["attach"], "attachment": ["attach"], "attachments": ["attach"], "file": ["attach"],
        "zoek": ["search"], "zoeken": ["search"], "vind": ["search"], "find": ["search"], "grep": ["search"],
        "importeer": ["import"], "importeren": ["import"], "binnenhalen": ["import"],
        "logboek": ["log"], "logs": ["log"], "controleur": ["audit"], "toezicht": ["audit"],
        "reservekopie": ["backup"], "reservekopieën": ["backup"], "kopie": ["backup"], "backups": ["backup"],
        "voorbeeld": ["demo"], "verhaal": ["demo"], "aanvullen": ["completions"], "completion": ["completions"],
        "ontgrendel": ["unlock"], "ontgrendelen": ["unlock"], "login": ["unlock"], "vergrendel": ["lock"], "vergrendelen": ["lock"],
        "slot": ["lock"], "logout": ["lock"], "dokter": ["doctor"],
        "aanmelden": ["join"], "meedoen": ["join"],
        // What to do with it.
        "nieuw": ["add", "create"], "nieuwe": ["add", "create"], "new": ["add", "create"], "maak": ["create", "add"],
        "maken": ["create", "add"],
        "init": ["create"], "begin": ["start", "create"], "beginnen": ["start"], "toevoegen": ["add"], "schrijf": ["add"],
        "schrijven": ["add"],
        "lijst": ["list"], "ls": ["list"], "all": ["list"], "overzicht": ["list"],
        "toon": ["show"], "laat": ["show"], "zien": ["show"], "lees": ["show"], "lezen": ["show"], "bekijk": ["show"], "open": ["show"],
        "read": ["show"], "view": ["show"], "cat": ["show"], "get": ["show"],
        "wijzig": ["edit"], "wijzigen": ["edit"], "bewerk": ["edit"], "bewerken": ["edit"], "verander": ["edit"], "change": ["edit"],
        "geschiedenis": ["history"], "versies": ["history"], "versions": ["history"],
        "deel": ["share"], "delen": ["share"], "terugtrekken": ["withdraw"], "unshare": ["withdraw"],
        "lezers": ["readers"], "gelezen": ["readers"], "sluit": ["close"], "sluiten": ["close"], "afsluiten": ["close"],
        "wis": ["erase", "remove"], "wissen": ["erase", "remove"], "verwijder": ["remove", "erase"], "verwijderen": ["remove", "erase"],
        "delete": ["erase", "remove"], "rm": ["erase", "remove"], "remove": ["erase"], "erase": ["remove"],
        "bewaar": ["save"], "bewaren": ["save"], "opslaan": ["save"], "export": ["save"],
        "verzoeken": ["requests"], "request": ["requests"], "toelaten": ["accept"], "accepteer": ["accept"], "invite": ["accept"],
        "tot": ["until"], "weggaan": ["leave"], "verlaten": ["leave"], "uitdelen": ["rewrap"],
        "wachtzin": ["passphrase"], "wachtwoord": ["passphrase"], "password": ["passphrase"], "papier": ["paper"],
        "herstel": ["restore"], "herstellen": ["restore"], "terugzetten": ["restore"],
        "controleer": ["check", "verify"], "controleren": ["check", "verify"], "controle": ["check"], "nakijken": ["check"],
        "narekenen": ["verify"], "controlewoorden": ["head"], "vertrouw": ["trust"], "volgen": ["trust"],
        "exporteer": ["export"], "verslag": ["report"], "rapport": ["report"], "vertrek": ["leaver"], "verlopen": ["expire"],
        "opruimen": ["expire"],
        // What `kluis help` tells.
        "codes": ["exit-codes"], "errors": ["exit-codes"], "fouten": ["exit-codes"], "foutcodes": ["exit-codes"],
        "begrippen": ["words"], "glossary": ["words"], "veiligheid": ["privacy"], "security": ["privacy"],
    ]

    /// Options, without their hyphens.
    static let options: [String: String] = [
        "h": "help", "?": "help", "hulp": "help", "v": "version", "versie": "version", "kluis": "vault", "file": "vault",
        "map": "home", "thuis": "home", "taal": "lang", "language": "lang", "locale": "lang",
        "y": "yes", "ja": "yes", "force": "yes", "f": "yes", "q": "quiet", "stil": "quiet", "silent": "quiet",
        "n": "dry-run", "dryrun": "dry-run", "proef": "dry-run", "probeer": "dry-run", "kleur": "color", "colour": "color",
        "no-color": "color", "naam": "name", "woorden": "words", "rol": "role", "zonder": "without", "except": "without",
        "vanaf": "from", "naar": "to", "uit": "out", "output": "out", "o": "out", "diep": "deep", "delen": "share",
        "passphrase": "passphrase-fd", "password": "passphrase-fd", "wachtzin": "passphrase-fd", "wachtwoord": "passphrase-fd",
        "non-interactive": "no-input", "batch": "no-input",
    ]
}
