"""Identity file, home and vault: sections 20 to 22 of Docs/Format.md."""
import os, sqlite3

from nacl.pwhash import argon2id

from notation import Damaged, Newer, WrongPassphrase, count, line, need, unbase64
from sealing import open_key, open_sealed, sha256, u32

ENTRIES = "CREATE TABLE entries (idx INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"
BLOBS = "CREATE TABLE blobs (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL)"
BY_HASH = "CREATE UNIQUE INDEX blobs_by_hash ON blobs (hash, seq)"
ROW = 65_536


def open_identity(path, passphrase):
    """The MasterKey."""
    data = open(path, "rb").read(16_385)
    first = data.partition(b"\n")[0]
    if first != b"kluis.identity/v1":
        raise Newer("identity") if first.startswith(b"kluis.identity/") else Damaged("identity")
    need(len(data) <= 16_384 and data.endswith(b"\n"), "identity")
    pairs = [text.split(" ", 1) for text in data.decode("latin-1").split("\n")[1:-1]]
    need([pair[0] for pair in pairs] == ["kdf", "passes", "memory", "salt", "key", "name", "checksum"], "identity")
    kdf, passes, memory, salt, key, name, checksum = (pair[-1] for pair in pairs)
    need(unbase64(checksum, 32) == sha256(data[:data.rindex(b"checksum ")]), "identity: checksum")
    need(kdf == "argon2id13" and 2 <= count(passes) <= 8 and 65_536 <= count(memory) <= 1_048_576, "identity: cost")
    unlock = argon2id.kdf(32, passphrase, unbase64(salt, 16), opslimit=int(passes), memlimit=int(memory) * 1024)
    header = data[:data.index(b"key ")]
    try:
        master = open_key(unbase64(key), unlock, "identity", header)
    except Damaged:
        raise WrongPassphrase("passphrase")
    line(open_sealed(unbase64(name), master, "own-name")[1], 100)
    return master

def open_database(path, application, statements):
    """Read-only, after a look at the header, without obeying a journal."""
    with open(path, "rb") as file:
        header = file.read(100)
    need(header[68:72] == application and header[16:24] == bytes([16, 0, 1, 1, 0, 64, 32, 32]), "not a file of Kluis")
    if header[60:64] != u32(1):
        raise Newer("file") if header[60:64] > u32(1) else Damaged("file")
    need(not any(os.path.exists(path + end) for end in ("-wal", "-shm", "-journal")), "a file of SQLite beside it")
    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        schema = [row[0] for row in database.execute("SELECT sql FROM sqlite_schema ORDER BY rowid")]
    except sqlite3.DatabaseError:
        raise Damaged("not a database")
    need(schema[:len(statements)] == statements, "schema")
    return database, schema


class Vault:
    def __init__(self, path):
        self.database, schema = open_database(path, b"KLUI", [ENTRIES, BLOBS, BY_HASH])
        need(len(schema) == 3, "schema")

    def rows(self, *query):
        try:
            yield from self.database.execute(*query)
        except sqlite3.DatabaseError:
            raise Damaged("database")

    def entries(self):
        for expected, (index, kind, data) in enumerate(self.rows("SELECT idx, typeof(bytes), bytes FROM entries ORDER BY idx")):
            need(index == expected and kind == "blob" and 1 <= len(data) <= 65_535, "entries")
            yield data

    def blob(self, hash):
        """The bytes of a blob, None where it is not there. Damaged where it is not what its name says."""
        rows = list(self.rows("SELECT seq, typeof(bytes), bytes FROM blobs WHERE hash = ? ORDER BY seq", (hash,)))
        if not rows:
            return None
        need([row[:2] for row in rows] == [(seq, "blob") for seq in range(len(rows))], "rows of a blob")
        need(all(len(row[2]) == ROW for row in rows[:-1]) and len(rows[-1][2]) <= ROW, "rows of a blob")
        data = b"".join(row[2] for row in rows)
        need(sha256(data) == hash, "a blob has not its hash")
        return data


class Home:
    """What a home knows of one group: who I am in it, what it has verified, and its keys."""
    def __init__(self, folder, group, master):
        path = f"{folder}/groups/{group.hex()}.home"
        need(os.path.exists(path), "this home does not know the group")
        database, _ = open_database(path, b"KLUH", [])
        facts = dict(database.execute("SELECT name, value FROM facts"))
        self.me, self.genesis, self.words = facts["me"], facts["genesis"], facts["words"].decode().split(" ")
        self.edge, self.request = facts.get("edge", b""), facts.get("request", b"")
        self.group, self.keys = group, {}
        for kind, circle, generation, sealed in database.execute("SELECT kind, circle, generation, sealed FROM keys"):
            key = open_key(sealed, master, "stored-key", group, kind.encode(), circle, u32(generation))
            self.keys[kind, circle, generation] = key

    def of_kind(self, wanted):
        """Keys of a kind, newest first."""
        return [key for (kind, _, number), key in sorted(self.keys.items(), key=lambda pair: -pair[0][2]) if kind == wanted]
