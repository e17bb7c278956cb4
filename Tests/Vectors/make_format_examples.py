#!/usr/bin/env python3
"""Computes the examples of Docs/Format.md a second time, from that document and not from the Swift code.

Needs Python 3.11 and PyPI `cryptography` 48 or later; BLAKE2b, SHA and SHAKE come from hashlib. secretstream, X-Wing, HPKE, the tree, the notes
and the JSON are written out below. Everything is deterministic but the wraps, which are kept from the document where they still open.

    make_format_examples.py Docs/Format.md           fills in the example blocks
    make_format_examples.py --check Docs/Format.md   ends with 1 where a block would change
"""
import calendar, datetime, hashlib, hmac, json, pathlib, re, struct, sys
from base64 import b64encode
from cryptography.hazmat.primitives import poly1305, serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, mlkem, x25519
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)
def sha256(data): return hashlib.sha256(data).digest()
def b64(data): return b64encode(data).decode()
def u32(n): return struct.pack(">I", n)
def u64(n): return struct.pack(">Q", n)

# 2 Derivation

def message(label, *fields):
    return b"kluis/v1 " + label.encode() + b"\0" + b"".join(struct.pack(">H", len(f)) + f for f in fields)
def derive(key, label, *fields, size=32):
    return hashlib.blake2b(message(label, *fields), key=key, digest_size=size).digest()

# 4 Canonical JSON

def canonical(value): return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

# 7 Signed notes

def signing_key(seed): return ed25519.Ed25519PrivateKey.from_private_bytes(seed)
def public(key): return key.public_key().public_bytes(*RAW)
def key_id(name, public_key): return sha256(name.encode() + b"\n\1" + public_key)[:4]
def vkey(name, public_key): return "+".join([name, key_id(name, public_key).hex(), b64(b"\1" + public_key)])
def note(text, name, key):
    return text + b"\n\xe2\x80\x94 " + name.encode() + b" " + b64encode(key_id(name, public(key)) + key.sign(text)) + b"\n"

# 9 Tree

def leaf(entry): return sha256(b"\0" + entry)
def split(n): return 1 << ((n - 1).bit_length() - 1)
def root(hashes):
    if not hashes: return sha256(b"")
    if len(hashes) == 1: return hashes[0]
    k = split(len(hashes))
    return sha256(b"\1" + root(hashes[:k]) + root(hashes[k:]))
def inclusion(index, hashes):
    if len(hashes) == 1: return []
    k = split(len(hashes))
    if index < k: return inclusion(index, hashes[:k]) + [root(hashes[k:])]
    return inclusion(index - k, hashes[k:]) + [root(hashes[:k])]
def consistency(old, hashes, whole=True):
    if old == len(hashes): return [] if whole else [root(hashes)]
    k = split(len(hashes))
    if old <= k: return consistency(old, hashes[:k], whole) + [root(hashes[k:])]
    return consistency(old - k, hashes[k:], False) + [root(hashes[:k])]
def right_edge(hashes):
    out, start = u64(len(hashes)), 0
    for bit in reversed(range(len(hashes).bit_length())):
        if len(hashes) >> bit & 1:
            out += root(hashes[start:start + (1 << bit)])
            start += 1 << bit
    return out

# 11 The sealed format

MAGIC = b"kluis/\0\1"

def chacha20(key, nonce, counter, data):
    return Cipher(algorithms.ChaCha20(key, struct.pack("<I", counter) + nonce), None).encryptor().update(data)
def hchacha20(key, nonce):
    """The ChaCha20 block without its final addition, which is subtracted again: words 0-3 and 12-15."""
    start = struct.unpack("<16I", b"expand 32-byte k" + key + nonce)
    block = struct.unpack("<16I", Cipher(algorithms.ChaCha20(key, nonce), None).encryptor().update(bytes(64)))
    words = [(b - s) & 0xffffffff for b, s in zip(block, start)]
    return struct.pack("<8I", *words[:4], *words[12:])
def push_chunks(key, header, inside):
    k, nonce, out = hchacha20(key, header[:16]), struct.pack("<I", 1) + header[16:], b""
    chunks = [inside[i:i + 65536] for i in range(0, len(inside), 65536)]
    for number, chunk in enumerate(chunks):
        tag = 3 if number == len(chunks) - 1 else 0
        first = chacha20(k, nonce, 1, bytes([tag]) + bytes(63))
        body = chacha20(k, nonce, 2, chunk)
        covered = first + body + bytes(len(body) % 16) + struct.pack("<QQ", 0, 64 + len(body))
        mac = poly1305.Poly1305.generate_tag(chacha20(k, nonce, 0, bytes(32)), covered)
        out += first[:1] + body + mac
        counter, = struct.unpack("<I", nonce[:4])
        nonce = struct.pack("<I", counter + 1) + bytes(a ^ b for a, b in zip(nonce[4:], mac))
    return out
def padded(length):
    length = max(length, 256)
    e = length.bit_length() - 1
    unit = 1 << (e - e.bit_length())
    return -(-length // unit) * unit
def inside(text, salt):
    plain = b"\0" + salt + u64(len(text)) + text
    return plain.ljust(padded(len(plain)), b"\0")
def header_of(name): return sha256(b"header " + name.encode())
def salt_of(name): return sha256(b"salt " + name.encode())
def stream_of(name): return sha256(b"stream " + name.encode())[:24]
def seal(name, root_key, text, label, *context, header=None):
    prefix = MAGIC + (header or header_of(name))
    both = derive(root_key, label, prefix, *context, size=64)
    return prefix + both[32:] + stream_of(name) + push_chunks(both[:32], stream_of(name), inside(text, salt_of(name)))

# 13 Wraps

def xwing_private(seed):
    expanded = hashlib.shake_256(seed).digest(96)
    return mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64]), x25519.X25519PrivateKey.from_private_bytes(expanded[64:])
def xwing_public(seed): return b"".join(public(half) for half in xwing_private(seed))
def xwing_secret(ss_m, ss_x, ct_x, pk_x): return hashlib.sha3_256(ss_m + ss_x + ct_x + pk_x + b"\\.//^\\").digest()
def hpke_key(shared, info):
    suite = b"HPKE" + struct.pack(">HHH", 0x647A, 1, 2)
    def extract(salt, label, ikm): return hmac.digest(salt, b"HPKE-v1" + suite + label + ikm, "sha256")
    def expand(secret, label, context, length):
        return hmac.digest(secret, struct.pack(">H", length) + b"HPKE-v1" + suite + label + context + b"\1", "sha256")[:length]
    context = b"\0" + extract(b"", b"psk_id_hash", b"") + extract(b"", b"info_hash", info)
    secret = extract(shared, b"secret", b"")
    return expand(secret, b"key", context, 32), expand(secret, b"base_nonce", context, 12)
def make_wrap(public_key, info, text):
    ss_m, ct_m = mlkem.MLKEM768PublicKey.from_public_bytes(public_key[:1184]).encapsulate()
    ephemeral = x25519.X25519PrivateKey.generate()
    ss_x = ephemeral.exchange(x25519.X25519PublicKey.from_public_bytes(public_key[1184:]))
    key, nonce = hpke_key(xwing_secret(ss_m, ss_x, public(ephemeral), public_key[1184:]), info)
    return ct_m + public(ephemeral) + AESGCM(key).encrypt(nonce, text, b"")
def open_wrap(seed, info, wrap):
    m, x = xwing_private(seed)
    ss_x = x.exchange(x25519.X25519PublicKey.from_public_bytes(wrap[1088:1120]))
    key, nonce = hpke_key(xwing_secret(m.decapsulate(wrap[:1088]), ss_x, wrap[1088:1120], public(x)), info)
    return AESGCM(key).decrypt(nonce, wrap[1120:], b"")

# 20 Identity file, 23 Words

def argon2id(password, salt, size): return Argon2id(salt=salt, length=size, iterations=2, lanes=1, memory_cost=65536).derive(password)
def words(bits, word_list):
    number = int.from_bytes(bits[:9], "big") >> 6
    return " ".join(word_list[number >> shift & 2047] for shift in range(55, -1, -11))

# 26 Paper sheet

def times(a, b):
    """In the field of 2,048 elements: the polynomial product, then its remainder modulo x^11 + x^2 + 1."""
    product = 0
    for i in range(11):
        if b >> i & 1: product ^= a << i
    for i in range(21, 10, -1):
        if product >> i & 1: product ^= 0b100000000101 << (i - 11)
    return product
def paper_lines(sheet, word_list):
    number, lines = int.from_bytes(sheet, "big"), []
    for line in range(1, 9):
        bits = number >> 33 * (8 - line) & (1 << 33) - 1
        a, b, c = bits >> 22, bits >> 11 & 2047, bits & 2047
        check = times(16, line) ^ times(8, a) ^ times(4, b) ^ times(2, c)
        lines.append(" ".join(word_list[value] for value in (a, b, c, check)))
    return lines

# The world of the examples

MASTER = bytes(range(0x00, 0x20))
GROUP, MEMBER = bytes(range(0xa0, 0xb0)), bytes(range(0xb0, 0xc0))
EVERYONE, PRIVATE = bytes(range(0xd0, 0xe0)), bytes(range(0xe0, 0xf0))
CASE, NOTE = bytes(range(0x10, 0x20)), bytes(range(0x30, 0x40))
ATTACHMENT, ATTACHED = bytes(range(0x50, 0x60)), "Beste collega,\n\nZie de bijlage.\n".encode()
ATTACHMENT_SUMMARY = canonical({"bytes": len(ATTACHED), "name": "brief aan de wijk.txt"})
LOG_KEY_ROOT, EVERYONE_KEY, PRIVATE_KEY = (bytes(range(n, n + 32)) for n in (0x20, 0x40, 0x60))
SEED = bytes(range(0x80, 0xa0))
LOG = derive(LOG_KEY_ROOT, "log-key", GROUP, u32(1))
READ = derive(LOG_KEY_ROOT, "read-key", GROUP, u32(1))
SIGNING = signing_key(derive(MASTER, "signing-seed", GROUP, MEMBER, u32(1)))
ORIGIN = f"kluis/{GROUP.hex()}"
KEY_NAME = f"{ORIGIN}/{MEMBER.hex()}.1"
START = datetime.datetime(2026, 11, 22, 10, tzinfo=datetime.timezone.utc)

TEXTS = {
    1: ("Twijfel over een huisbezoek", "Wat had ik kunnen zeggen?", "De cliënt deed niet open.\nIk ben weggegaan.\n", "Ik zou eerst bellen.\n"),
    2: ("Twijfel over een huisbezoek", None, "De cliënt deed niet open.\nIk heb gebeld.\n", "Bellen hielp.\n"),
}

def part(name, kind, text, item, version, circle=PRIVATE, key=PRIVATE_KEY):
    """The sealed part, and its part object."""
    sealed = seal(name, key, text, "part", GROUP, circle, u32(1), item, kind.encode(), u32(version))
    commitment = derive(salt_of(name), "text", GROUP, item, kind.encode(), u32(version), sha256(text))
    facts = dict(part=kind, circle=circle.hex(), generation=1, blob=b64(sha256(sealed)), commitment=b64(commitment))
    return sealed, facts

class World:
    def __init__(self, old):
        self.blobs, self.entries, self.payloads = {}, [], []
        self.wraps = {}
        for circle, key, name in ((GROUP, LOG_KEY_ROOT, "log"), (EVERYONE, EVERYONE_KEY, "group"), (PRIVATE, PRIVATE_KEY, "private")):
            info = message("wrap", GROUP, circle, u32(1), MEMBER)
            wrap = old.get(f"delivery-{name}", b"")[-1168:]
            try: assert open_wrap(SEED, info, wrap) == key
            except Exception: wrap = make_wrap(xwing_public(SEED), info, key)
            self.wraps[name] = wrap
        self.write()

    def delivery(self, name): return b"kluis.delivery/v1\ngeneration 1\n" + MEMBER + self.wraps[name]

    def append(self, value, read=False, roster=0, wraps=None, outcome=0):
        name, index = f"payload-{len(self.entries)}", len(self.entries)
        value = dict(value, outcome=outcome, program="kluis/0.1.0")
        header = header_of(name)
        if read: header = header[:16] + derive(LOG, "read-mark", GROUP, header[:16])[:16]
        key = derive(READ if read else LOG, "payload-key", GROUP, header)
        sealed = seal(name, key, canonical(value), "payload", GROUP, header=header)
        self.payloads.append((header, key, canonical(value), sealed))
        self.blobs[name] = sealed
        hashes = [leaf(entry) for entry in self.entries]
        time = (START + datetime.timedelta(minutes=index)).strftime("%Y-%m-%dT%H:%M:%SZ")
        text = f"kluis.entry/v1\ngroup {GROUP.hex()}\ntime {time}\ntree {index} {b64(root(hashes))}\nroster {roster}\npayload {b64(sha256(sealed))}\n"
        if wraps: text += f"wraps {b64(sha256(wraps))}\n"
        self.entries.append(note(text.encode(), KEY_NAME, SIGNING))

    def circle(self, kind, circle, key, name):
        facts = dict(id=circle.hex(), kind=kind, generation=1, members=[MEMBER.hex()],
                     commitment=b64(derive(key, "circle-commitment", GROUP, circle, u32(1))))
        if kind != "log": facts["delivery"] = b64(sha256(self.delivery(name)))
        return facts

    def write(self):
        group_name = seal("group-name", LOG, b"Intervisie Oost", "group-name", GROUP)
        person = seal("person-name", LOG, b"Anna", "name", GROUP, MEMBER)
        member = dict(id=MEMBER.hex(), number=1, role="member", key=1, signing=b64(public(SIGNING)), decryption=b64(xwing_public(SEED)),
                      name=b64(sha256(person)))
        circles = [self.circle("log", GROUP, LOG_KEY_ROOT, "log"), self.circle("group", EVERYONE, EVERYONE_KEY, "group"),
                   self.circle("private", PRIVATE, PRIVATE_KEY, "private")]
        self.append(dict(event="group.created", rules=1, name=b64(sha256(group_name)), retention=5, member=member, circles=circles),
                    wraps=self.delivery("log"))
        self.blobs |= {"group-name": group_name, "person-name": person}
        self.blobs |= {f"delivery-{name}": self.delivery(name) for name in ("log", "group", "private")}
        self.summaries = {}
        for version, event in ((1, "added"), (2, "changed")):
            title, pitch, body, text = TEXTS[version]
            self.summaries[version] = canonical({"title": title} | ({"pitch": pitch} if pitch else {}))
            summary, summary_facts = part(f"summary-{version}", "summary", self.summaries[version], CASE, version)
            body, body_facts = part(f"body-{version}", "body", body.encode(), CASE, version)
            written, note_facts = part(f"note-{version}", "body", text.encode(), NOTE, version)
            self.append({"event": f"case.{event}", "case": 1, "item": CASE.hex(), "version": version, "parts": [summary_facts, body_facts]})
            self.blobs |= {f"summary-{version}": summary, f"body-{version}": body}
            self.append({"event": f"note.{event}", "case": 1, "note": 1, "item": NOTE.hex(), "version": version, "parts": [note_facts]})
            self.blobs[f"note-{version}"] = written
            if version == 1:
                self.append({"event": "case.opened", "case": 1, "part": "body", "version": 1, "reason": "own"}, read=True)
        self.append({"event": "case.closed", "case": 1})
        self.append({"event": "cases.listed"}, read=True)
        self.append({"event": "note.opened", "case": 1, "reason": "own"}, read=True, outcome=8)
        self.append({"event": "log.opened", "case": 1})
        self.append({"event": "log.verified"})
        self.append({"event": "access.refused", "refused": "case.erased", "case": 1}, outcome=4)

# People come and go: what follows on the log of Appendix B. Blobs that the examples only name have the hash of "blob " and a name.

BO, BO_AGAIN, BO_MASTER, BO_PRIVATE = (bytes(range(n, n + size)) for n, size in ((0xc0, 16), (0xc1, 16), (0xc0, 32), (0x90, 16)))
BO_SEED, BO_FRESH, BO_SEED_AGAIN = (bytes(range(n, n + 32)) for n in (0x41, 0x42, 0x43))
LATER_KEYS = {(GROUP, 1): LOG_KEY_ROOT, (EVERYONE, 1): EVERYONE_KEY}
LATER_KEYS |= {(circle, n): sha256(circle + u32(n)) for circle, last in ((GROUP, 4), (EVERYONE, 3), (BO_PRIVATE, 1)) for n in range(1, last + 1)
               if (circle, n) not in LATER_KEYS}
def named(name): return b64(sha256(b"blob " + name.encode()))
def bo_signing(member): return signing_key(derive(BO_MASTER, "signing-seed", GROUP, member, u32(1)))

def later_circle(kind, circle, generation, *members):
    facts = dict(id=circle.hex(), kind=kind, generation=generation, members=[m.hex() for m in sorted(members)],
                 commitment=b64(derive(LATER_KEYS[circle, generation], "circle-commitment", GROUP, circle, u32(generation))))
    if kind != "log": facts["delivery"] = named(f"delivery {circle.hex()} {generation}")
    return facts
def rotation(log, group, *members):
    """New generations of the log circle and of the group circle, or of the first alone."""
    circles = [later_circle("log", GROUP, log, *members)] + ([later_circle("group", EVERYONE, group, *members)] if group else [])
    return dict(circles=circles, link=named(f"link {log}")) | (dict(manifest=named(f"manifest {group}")) if group else {})
def bo(member, seed, until):
    return dict(id=member.hex(), number=2, role="guest", until=until, key=1, signing=b64(public(bo_signing(member))),
                decryption=b64(xwing_public(seed)), name=named(f"name {member.hex()}"))
def place(circle, name): return dict(circle=circle.hex(), generation=1, blob=named(name))
def moved(circle, name):
    return dict(case=1, summary=place(circle, name + " summary"), body=place(circle, name + " body"),
                notes=[dict(note=1, body=place(circle, name + " note"))], attachments=[])
def moved_later(circle, name):
    attachment = dict(attachment=1, summary=place(circle, name + " attachment summary"), body=place(circle, name + " attachment body"))
    return moved(circle, name) | dict(attachments=[attachment])
def attached():
    """The sealed parts of an attachment, and the event that adds it."""
    summary, summary_facts = part("attachment-summary", "summary", ATTACHMENT_SUMMARY, ATTACHMENT, 1, EVERYONE, EVERYONE_KEY)
    body, body_facts = part("attachment-body", "body", ATTACHED, ATTACHMENT, 1, EVERYONE, EVERYONE_KEY)
    return summary, body, dict(case=1, attachment=1, item=ATTACHMENT.hex(), version=1, parts=[summary_facts, body_facts])

def join_request(hashes):
    lines = ["kluis.request/v1", f"group {GROUP.hex()}", "time 2026-11-23T09:00:00Z", f"tree {len(hashes)} {b64(root(hashes))}",
             f"member {BO.hex()}", f"signing {b64(public(bo_signing(BO)))}", f"decryption {b64(xwing_public(BO_SEED))}"]
    return note("".join(line + "\n" for line in lines).encode(), f"{ORIGIN}/{BO.hex()}.1", bo_signing(BO))

def granted_reads(old):
    info = message("reads", GROUP, u32(1), BO)
    wrap = old.get("reads-wrap", b"")
    try: assert open_wrap(BO_SEED, info, wrap) == READ
    except Exception: wrap = make_wrap(xwing_public(BO_SEED), info, READ)
    blob = b"kluis.reads/v1\nfrom 1\n" + wrap
    return blob, {"info": info, "reads-wrap": wrap, "read-key": READ, "start": blob[:64], "length": str(len(blob)), "hash": sha256(blob)}

def later_events(request, reads):
    yield "member-accepted", dict(member=bo(BO, BO_SEED, "2026-12-31"), request=b64(sha256(request)), **rotation(2, None, MEMBER, BO),
                                  given=[dict(circle=EVERYONE.hex(), generation=1, delivery=named("delivery given"))],
                                  reads=b64(sha256(reads)), reads_from=1)
    yield "circle-created", dict(circle=later_circle("private", BO_PRIVATE, 1, BO))
    yield "key-refreshed", dict(decryption=b64(xwing_public(BO_FRESH)))
    yield "case-shared", moved(EVERYONE, "shared")
    yield "attachment-added", attached()[2]
    yield "attachment-saved", dict(case=1, attachment=1, reason="own")
    yield "backup-created", dict()
    yield "backup-restored", dict(size=4, lost_items=2, lost=[dict(case=1), dict(case=1, note=2)])
    yield "payload-expired", {"from": 0, "before": 12, "payloads": b64(bytes([0x11, 0x80])), "names": []}
    yield "member-until", dict(member=2, until="2027-01-31")
    yield "circle-rotated", rotation(3, 2, MEMBER, BO)
    yield "key-rewrapped", dict(member=2, given=[dict(circle=circle.hex(), generation=n, delivery=named(f"again {circle.hex()} {n}"))
                                                 for circle, n in ((GROUP, 3), (EVERYONE, 2))])
    yield "log-exported", dict(events="membership")
    yield "log-trusted", dict(size=14, root=named("another line"))
    yield "case-erased", dict(case=1, circles=[later_circle("group", EVERYONE, 3, MEMBER, BO)], manifest=named("manifest 3"))
    yield "case-withdrawn", moved_later(PRIVATE, "withdrawn")
    yield "member-removed", dict(member=2, **rotation(4, 3, MEMBER))
    yield "role-ended", dict(member=2)
    yield "member-replaced", dict(member=bo(BO_AGAIN, BO_SEED_AGAIN, "2027-01-31"), replaces=BO.hex(), request=named("request"),
                                  **rotation(4, 3, MEMBER, BO_AGAIN), given=[], reads=named("reads"), reads_from=2)
    yield "member-left", dict()
    yield "cases-imported", dict(first=2, count=2, circle=EVERYONE.hex(), generation=1, list=b64(sha256(import_list()["sealed"])))
    yield "searched", dict(hits=[dict(case=1, part="body", notes=[1])])

def people(old, hashes, word_list):
    request = join_request(hashes)
    said = message("words-request", sha256(request))
    bits = argon2id(said, b"kluis/v1 words..", 16)
    number = 1000 + int.from_bytes(sha256(request)[:4], "big") % 9000
    reads, reads_block = granted_reads(old)
    yield "newcomer", {"member": BO, "member-again": BO_AGAIN, "master-key": BO_MASTER, "decryption-seed": BO_SEED, "fresh-seed": BO_FRESH,
                       "seed-again": BO_SEED_AGAIN, "private-circle": BO_PRIVATE}
    yield "join-request", {"request": Lines(request.decode()), "hash": sha256(request), "number": str(number), "message": said, "bits": bits,
                           "words": words(bits, word_list)}
    yield "granted-reads", reads_block
    summary, body, _ = attached()
    yield "attachment", {"item": ATTACHMENT, "text": ATTACHMENT_SUMMARY.decode(), "summary-sealed": summary, "file": ATTACHED, "file-sealed": body}
    for name, value in later_events(request, reads):
        event = dict(value, event=name.replace("-", ".", 1), outcome=0, program="kluis/0.1.0")
        yield "event-" + name, {"json": canonical(event).decode()}

# The blocks. A value is bytes (hex), a text, or a Lines (a text of whole lines).

class Lines(str): pass

def known_tree():
    name, key = "vault.example/intervisie/g7", signing_key(bytes(range(32)))
    hashes = [leaf(b'{"v":1,"seq":%d,"act":"case.open"}' % i) for i in range(300)]
    text = f"{name}\n300\n{b64(root(hashes))}\n".encode()
    return {"empty": b64(root([])), "root-1": b64(root(hashes[:1])), "root-70": b64(root(hashes[:70])), "root-300": b64(root(hashes)),
            "vkey": vkey(name, public(key)), "checkpoint": Lines(note(text, name, key).decode()),
            "inclusion-of": "5", "inclusion-in": "13", "inclusion": b"".join(inclusion(5, hashes[:13])),
            "consistency-from": "6", "consistency-to": "13", "consistency": b"".join(consistency(6, hashes[:13]))}

def sealed_part():
    text = "Zij vroeg: “wat zou jij doen?”"
    context = (GROUP, EVERYONE, u32(1), CASE, b"body", u32(1))
    sealed = seal("sealed-part", EVERYONE_KEY, text.encode(), "part", *context)
    both = derive(EVERYONE_KEY, "part", sealed[:40], *context, size=64)
    yield "sealed-part", {"root-key": EVERYONE_KEY, "header": header_of("sealed-part"), "salt": salt_of("sealed-part"),
                          "stream-header": stream_of("sealed-part"), "text": text, "derive-message": message("part", sealed[:40], *context),
                          "key": both[:32], "commitment": both[32:], "inside": inside(text.encode(), salt_of("sealed-part")), "sealed": sealed}
    name, length = "sealed-two-chunks", 65496
    sealed = seal(name, EVERYONE_KEY, b"a" * length, "part", *context)
    yield name, {"header": header_of(name), "salt": salt_of(name), "stream-header": stream_of(name), "length": str(length),
                 "start": sealed[:128], "sealed-length": str(len(sealed)), "hash": sha256(sealed)}

def manifest(world):
    """A list of three parts of the case: two that stand somewhere and one that is lost."""
    def record(note, kind, blob): return u32(1) + u32(note) + u32(0) + bytes([kind]) + blob
    records = [record(0, 1, sha256(world.blobs["summary-2"])), record(0, 2, sha256(world.blobs["body-2"])), record(1, 2, bytes(32))]
    text = b"kluis.manifest/v1\n" + b"".join(records)
    return {"record-1": records[0], "record-2": records[1], "record-3": records[2], "manifest": text,
            "sealed": seal("manifest", LOG, text, "manifest", GROUP)}

def import_list():
    """What an import says of two cases. Only the sealed bytes of the list are real."""
    def fixed(name): return sha256(f"blob {name}".encode())
    records = [fixed(f"{n} item")[:16] + b"".join(fixed(f"{n} {part} {what}") for part in ("summary", "body") for what in ("sealed", "promised"))
               for n in ("first", "second")]
    text = b"kluis.import/v1\n" + b"".join(records)
    return {"record-1": records[0], "record-2": records[1], "list": text, "sealed": seal("import-list", LOG, text, "manifest", GROUP)}

def identity():
    passphrase, salt = "zeven blauwe stoelen é", bytes(range(16))
    unlock = argon2id(passphrase.encode(), salt, 32)
    header = f"kluis.identity/v1\nkdf argon2id13\npasses 2\nmemory 65536\nsalt {b64(salt)}\n"
    key = seal("identity", unlock, MASTER, "identity", header.encode())
    name = seal("own-name", MASTER, b"Anna", "own-name")
    checked = f"{header}key {b64(key)}\nname {b64(name)}\n"
    return {"passphrase": passphrase, "unlock-key": unlock, "file": Lines(f"{checked}checksum {b64(sha256(checked.encode()))}\n"),
            "master-key": MASTER, "name": "Anna"}

def paper_sheet(word_list):
    sheet = b"\1" + MASTER
    lines = paper_lines(sheet, word_list)
    said = message("words-paper", sha256(sheet))
    bits = argon2id(said, b"kluis/v1 words..", 16)
    typed = "1) " + "  ".join(word[:4].upper() for word in lines[0].split())
    return {"sheet": sheet, "lines": Lines("".join(line + "\n" for line in lines)), "typed": typed, "message": said, "bits": bits,
            "words": words(bits, word_list)}

def ssh(*strings): return b"".join(u32(len(s)) + s for s in strings)
def sshsig(data, namespace, key):
    """PROTOCOL.sshsig of OpenSSH."""
    both = lambda value: ssh(b"ssh-ed25519", value)
    signed = b"SSHSIG" + ssh(namespace, b"", b"sha512", hashlib.sha512(data).digest())
    blob = b64(b"SSHSIG" + u32(1) + ssh(both(public(key)), namespace, b"", b"sha512", both(key.sign(signed))))
    lines = [blob[i:i + 70] for i in range(0, len(blob), 70)]
    return "".join(line + "\n" for line in ["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----"])

def exported(world, hashes, checkpoint):
    """The log of Appendix B as a folder, as far as its files are short; the manifest here has only three of them."""
    report = signing_key(derive(MASTER, "report-seed", GROUP, MEMBER, u32(1)))
    vouching = note(f"kluis.report-key/v1\ngroup {GROUP.hex()}\nkey {b64(public(report))}\n".encode(), KEY_NAME, SIGNING)
    about = f"kluis.export/v1\ngroup {GROUP.hex()}\ntime 2026-11-22T12:00:00Z\nevents all\n"
    info = bytes.fromhex("302a300506032b6570032100")
    pem = f"-----BEGIN PUBLIC KEY-----\n{b64(info + public(SIGNING))}\n-----END PUBLIC KEY-----\n"
    entries = b"".join(struct.pack(">H", len(entry)) + entry for entry in world.entries)
    proof = "".join(["c2sp.org/tlog-proof@v1\nindex 5\n", *(b64(h) + "\n" for h in inclusion(5, hashes)), "\n", checkpoint.decode()])
    header, key, _, sealed = world.payloads[10]
    files = {"checkpoint": checkpoint, "export": about.encode(), "tile/0/000.p/12": b"".join(hashes)}
    manifest = "".join(f"{sha256(files[name]).hex()}  {name}\n" for name in sorted(files))
    yield "exported-folder", {
        "about": Lines(about), "report-key": Lines(vouching.decode()), "vkeys": Lines(vkey(KEY_NAME, public(SIGNING)) + "\n"), "pem": Lines(pem),
        "allowed-signers": Lines(f'{KEY_NAME} namespaces="kluis-export,kluis-report" ssh-ed25519 {b64(ssh(b"ssh-ed25519", public(report)))}\n'),
        "entries-length": str(len(entries)), "entries-start": entries[:32], "entries-hash": sha256(entries),
        "disclosed": f"10 {b64(key)} {b64(sealed)}", "disclosed-absent": "8 absent", "proof": Lines(proof),
        "manifest": Lines(manifest), "signature": Lines(sshsig(manifest.encode(), b"kluis-export", report))}

def blocks(old, word_list):
    world = World(old)
    hashes = [leaf(entry) for entry in world.entries]
    yield "world", {"master-key": MASTER, "group": GROUP, "member": MEMBER, "group-circle": EVERYONE, "private-circle": PRIVATE,
                    "log-circle-key": LOG_KEY_ROOT, "group-circle-key": EVERYONE_KEY, "private-circle-key": PRIVATE_KEY,
                    "decryption-seed": SEED, "case-item": CASE, "note-item": NOTE}
    yield "derivation", {"key": LOG_KEY_ROOT, "message": message("log-key", GROUP, u32(1)), "log-key": LOG,
                         "other-length": derive(LOG_KEY_ROOT, "log-key", GROUP, u32(1), size=64)}
    value = {"b": [0, -1, 9007199254740991, True, False], "a": "é\u2028/\"\\\n\x1f\x7f", "": {}}
    yield "canonical-json", {"bytes": canonical(value)}
    yield "json-refused", REFUSED_JSON
    for text in REFUSED_JSON.values(): assert refuses(text), text
    yield "times-refused", REFUSED_TIMES
    yield "key-names-refused", refused_key_names()
    days = lambda year, month, day: datetime.date(year, month, day).toordinal() - datetime.date(1970, 1, 1).toordinal()
    yield "times", {"time": "2026-11-22T10:00:00Z", "seconds": str(calendar.timegm(START.timetuple())), "day": "2026-11-22",
                    "leap-day": "2028-02-29", "leap-day-number": str(days(2028, 2, 29))}
    signed = f"{ORIGIN}\n0\n{b64(root([]))}\n"
    yield "signing", {"seed": SIGNING.private_bytes_raw(), "public-key": public(SIGNING), "key-name": KEY_NAME,
                      "key-id": key_id(KEY_NAME, public(SIGNING)), "vkey": vkey(KEY_NAME, public(SIGNING)), "text": Lines(signed),
                      "note": Lines(note(signed.encode(), KEY_NAME, SIGNING).decode())}
    yield "entry", {"entry": Lines(world.entries[1].decode()), "leaf-hash": hashes[1]}
    yield "tree", known_tree()
    head = f"{ORIGIN}\n{len(hashes)}\n{b64(root(hashes))}\n".encode()
    yield "checkpoint", {"checkpoint": Lines(note(head, KEY_NAME, SIGNING).decode())}
    yield from sealed_part()
    commitments = [derive(k, "circle-commitment", GROUP, c, u32(1)) for k, c in ((LOG_KEY_ROOT, GROUP), (EVERYONE_KEY, EVERYONE), (PRIVATE_KEY, PRIVATE))]
    yield "key-schedule", {"log-key": LOG, "read-key": READ, "log-commitment": commitments[0], "group-commitment": commitments[1],
                           "private-commitment": commitments[2]}
    yield "wrap", {"seed": SEED, "public-key": xwing_public(SEED), "info": message("wrap", GROUP, GROUP, u32(1), MEMBER),
                   "wrap": world.wraps["log"], "circle-key": LOG_KEY_ROOT}
    yield "delivery", {"start": world.delivery("log")[:64], "length": str(len(world.delivery("log"))), "hash": sha256(world.delivery("log"))}
    body = TEXTS[1][2].encode()
    fields = (GROUP, CASE, b"body", u32(1), sha256(body))
    yield "part-commitment", {"salt": salt_of("body-1"), "text": Lines(TEXTS[1][2]), "text-hash": sha256(body), "message": message("text", *fields),
                              "commitment": derive(salt_of("body-1"), "text", *fields)}
    sealed, facts = part("summary-1", "summary", world.summaries[1], CASE, 1)
    commitment = derive(salt_of("summary-1"), "text", GROUP, CASE, b"summary", u32(1), sha256(world.summaries[1]))
    yield "summary", {"text": world.summaries[1].decode(), "blob": sha256(sealed), "commitment": commitment}
    yield "names", {"group-name": "Intervisie Oost", "group-name-sealed": world.blobs["group-name"], "person-name": "Anna",
                    "person-name-sealed": world.blobs["person-name"]}
    later = derive(EVERYONE_KEY, "log-key", GROUP, u32(2))
    yield "link", {"later-log-key": later, "later-epoch": "2", "sealed": seal("link", later, LOG, "link", GROUP, u32(2)), "log-key": LOG}
    yield "manifest", manifest(world)
    yield "import-list", import_list()
    for index, name in ((1, "payload-under-log-key"), (3, "payload-under-read-key")):
        header, key, text, sealed = world.payloads[index]
        yield name, {"header": header, "payload-key": key, "json-hash": sha256(text), "sealed": sealed}
    for _, _, text, _ in world.payloads:
        yield "event-" + json.loads(text)["event"].replace(".", "-"), {"json": text.decode()}
    yield from people(old, hashes, word_list)
    yield "right-edge", {"size": str(len(hashes)), "edge": right_edge(hashes), "root": root(hashes)}
    yield "identity", identity()
    yield "stored-keys", {kind: seal("stored-" + kind, MASTER, key, "stored-key", GROUP, kind.encode(), circle, u32(1)) for kind, circle, key in
                          (("circle", PRIVATE, PRIVATE_KEY), ("log", b"", LOG), ("read", b"", READ), ("decryption", b"", SEED))}
    said = message("words-head", u64(len(hashes)), root(hashes))
    bits = argon2id(said, b"kluis/v1 words..", 16)
    yield "words", {"message": said, "bits": bits, "words": words(bits, word_list)}
    yield "word-list", {"sha256": sha256("".join(word + "\n" for word in word_list).encode()), "first": word_list[0], "last": word_list[-1]}
    yield "paper-sheet", paper_sheet(word_list)
    yield from exported(world, hashes, note(head, KEY_NAME, SIGNING))
    yield "log", {f"entry-{index}": Lines(entry.decode()) for index, entry in enumerate(world.entries)}
    yield "blobs", world.blobs
    texts = {}
    for version, (title, pitch, body, text) in TEXTS.items():
        texts |= {f"title-{version}": title} | ({f"pitch-{version}": pitch} if pitch else {})
        texts |= {f"body-{version}": Lines(body), f"note-{version}": Lines(text)}
    yield "texts", texts

REFUSED_JSON = {
    "names-out-of-order": '{"b":1,"a":2}', "equal-names": '{"a":1,"a":1}', "white-space": '{"a": 1}', "name-not-ascii": '{"é":1}',
    "fraction": "[1.0]", "exponent": "[1e2]", "minus-zero": "[-0]", "leading-zero": "[01]", "too-large": "[9007199254740992]",
    "escaped-slash": '["\\/"]', "escaped-letter": '["\\u00e9"]', "upper-case-escape": '["\\u001F"]', "long-escape": '["\\u000a"]',
    "surrogates": '["\\ud83d\\ude00"]', "two-values": "[1][2]", "not-a-number": "[NaN]", "too-deep": "[" * 17 + "1" + "]" * 17,
}
REFUSED_TIMES = {
    "no-such-day": "2026-02-30T10:00:00Z", "hour-24": "2026-11-22T24:00:00Z", "leap-second": "2026-12-31T23:59:60Z",
    "fraction": "2026-11-22T10:00:00.0Z", "offset": "2026-11-22T10:00:00+00:00", "lower-case": "2026-11-22t10:00:00z",
    "space": "2026-11-22 10:00:00Z", "before-1970": "1969-12-31T23:59:59Z", "five-digits": "12026-11-22T10:00:00Z",
}
def refused_key_names():
    return {"number-0": KEY_NAME[:-1] + "0", "leading-zero": KEY_NAME[:-1] + "01", "number-too-large": KEY_NAME[:-1] + "10000",
            "no-number": KEY_NAME[:-2], "upper-case": KEY_NAME.replace("a", "A"), "short": KEY_NAME.replace("b0", "", 1)}

def refuses(text):
    """Whether reading as section 4 says it refuses a value."""
    def no(*_): raise ValueError
    def unique(pairs):
        if len(dict(pairs)) < len(pairs) or not all(name.isascii() for name, _ in pairs): raise ValueError
        return dict(pairs)
    def whole(digits):
        if abs(int(digits)) >= 1 << 53: raise ValueError
        return int(digits)
    def depth(value):
        if isinstance(value, dict): value = list(value.values())
        return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0
    try:
        value = json.loads(text, object_pairs_hook=unique, parse_float=no, parse_constant=no, parse_int=whole)
        return canonical(value) != text.encode() or depth(value) > 16
    except ValueError:
        return True

def printed(fields):
    lines = []
    for name, value in fields.items():
        if isinstance(value, bytes): lines += [f"{name} = {value[i:i + 64].hex()}" for i in range(0, len(value), 64)]
        elif isinstance(value, Lines): lines += [f"{name}| {line}" for line in value.split("\n")[:-1]]
        else: lines.append(f"{name}: {value}")
    return "".join(line.rstrip() + "\n" for line in lines)

BLOCK = re.compile(r"^```example ([a-z0-9-]+)\n(.*?)^```$", re.M | re.S)

def kept_wraps(document):
    """The deliveries and wraps of the document as it is."""
    fields = {}
    for line in "".join(body for name, body in BLOCK.findall(document) if name in ("blobs", "granted-reads")).splitlines():
        name, _, value = line.partition(" = ")
        if re.fullmatch("[0-9a-f]*", value): fields[name] = fields.get(name, b"") + bytes.fromhex(value)
    return fields

def main():
    path = pathlib.Path(sys.argv[-1])
    document = path.read_text()
    word_list = (path.parent / "words.txt").read_text().split()
    made = {name: printed(fields) for name, fields in blocks(kept_wraps(document), word_list)}
    found = [name for name, _ in BLOCK.findall(document)]
    if sorted(found) != sorted(made): sys.exit(f"blocks differ: {sorted(set(found) ^ set(made))}")
    after = BLOCK.sub(lambda block: f"```example {block[1]}\n{made[block[1]]}```", document)
    if "--check" in sys.argv: sys.exit(0 if after == document else 1)
    path.write_text(after)

main()
