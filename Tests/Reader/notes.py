"""Signed notes, entries and the tree: sections 7 to 10 of Docs/Format.md."""
import re
from dataclasses import dataclass

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from notation import Damaged, Newer, b64, count, need, time, unbase64, unhex, utf8
from sealing import derive, sha256, u32

EMPTY_ROOT = sha256(b"")


def key_id(name, public):
    return sha256(name.encode() + b"\n\x01" + public)[:4]

def split_note(data):
    """Text and signature lines of a note, as (name, bytes) pairs."""
    text, empty, signatures = data.rpartition(b"\n\n")
    need(empty and signatures.endswith(b"\n") and len(data) <= 65_535, "note")
    need(not any(c < 0x20 and c != 0x0A or c == 0x7F for c in data), "control character")
    found = []
    for line in utf8(signatures[:-1]).split("\n"):
        parts = line.split(" ")
        need(len(parts) == 3 and parts[0] == "—" and parts[1] and "+" not in parts[1], "signature line")
        found.append((parts[1], unbase64(parts[2])))
    utf8(text)
    return text + b"\n", found

def verifies(text, name, signature, public):
    """Whether a signature line is one of this key."""
    if len(signature) != 68 or signature[:4] != key_id(name, public):
        return False
    try:
        VerifyKey(public).verify(text, signature[4:])
        return True
    except (BadSignatureError, ValueError):
        return False

@dataclass
class Entry:
    """One leaf. Who signed it and whether that counts is for replay."""
    text: bytes
    group: bytes
    time: str
    size: int
    root: bytes
    roster: int
    payload: bytes
    wraps: bytes | None
    signer: bytes
    key_number: int
    key_name: str
    signature: bytes

def read_entry(data):
    text, signatures = split_note(data)
    lines = text.decode().split("\n")[:-1]
    if lines[0] != "kluis.entry/v1":
        raise Newer("entry") if re.fullmatch("kluis.entry/v[0-9]+", lines[0]) else Damaged("entry")
    words = [line.split(" ") for line in lines[1:]]
    names = ["group", "time", "tree", "roster", "payload", "wraps"][:max(5, min(len(words), 6))]
    need([w[0] for w in words] == names and [len(w) for w in words] == [2, 2, 3, 2, 2, 2][:len(words)], "lines of an entry")
    need(len(signatures) == 1, "signatures of an entry")
    name, signature = signatures[0]
    parts = re.fullmatch(r"kluis/([0-9a-f]{32})/([0-9a-f]{32})\.([1-9][0-9]{0,3})", name)
    need(parts and parts[1] == words[0][1], "key name")
    return Entry(
        text=text, group=unhex(words[0][1], 16), time=time(words[1][1]), size=count(words[2][1]), root=unbase64(words[2][2], 32),
        roster=count(words[3][1]), payload=unbase64(words[4][1], 32), wraps=unbase64(words[5][1], 32) if len(words) > 5 else None,
        signer=bytes.fromhex(parts[2]), key_number=int(parts[3]), key_name=name, signature=signature)


class Tree:
    """The right edge of an RFC 6962 tree: roots of the perfect subtrees, largest first."""
    def __init__(self):
        self.size, self.edge = 0, []

    def append(self, leaf):
        self.edge.append(sha256(b"\0" + leaf))
        self.size += 1
        for _ in range((self.size & -self.size).bit_length() - 1):
            right = self.edge.pop()
            self.edge.append(sha256(b"\x01" + self.edge.pop() + right))

    @property
    def root(self):
        if not self.edge:
            return EMPTY_ROOT
        root = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            root = sha256(b"\x01" + left + root)
        return root

def checkpoint(master, group, me, key_number, line, size, root):
    """The note that `kluis log head` makes: Ed25519 is deterministic, so these are its bytes."""
    origin = f"kluis/{group.hex()}"
    name = f"{origin}/{me.hex()}.{key_number}"
    text = f"{origin if line is None else f'{origin}/{line}'}\n{size}\n{b64(root)}\n"
    key = SigningKey(derive(master, "signing-seed", group, me, u32(key_number)))
    signature = key_id(name, bytes(key.verify_key)) + key.sign(text.encode()).signature
    return f"{text}\n— {name} {b64(signature)}\n"
