#!/usr/bin/env python3
"""Makes crypto.txt: the cryptography of Kluis a second time, without libsodium and without swift-crypto.

Uses hashlib and PyPI `cryptography` (48 or later). BLAKE2b comes from hashlib, Argon2id, Ed25519, ChaCha20, Poly1305, ML-KEM-768 and
X25519 from `cryptography`; secretstream, X-Wing and HPKE are written out below. Everything is deterministic except the wrap, which is
kept from the file if it still opens.

    python3 make_crypto.py crypto.txt           writes the file
    python3 make_crypto.py --check crypto.txt   ends with 1 if the file would change
"""
import hashlib, hmac, struct, sys
from base64 import b64encode
from cryptography.hazmat.primitives import poly1305, serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, mlkem, x25519
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

MAGIC = b"kluis/\x00\x01"
RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)

# Derivations

def u32(n): return struct.pack(">I", n)
def u64(n): return struct.pack(">Q", n)
def message(label, *fields):
    return b"kluis/v1 " + label.encode() + b"\0" + b"".join(struct.pack(">H", len(f)) + f for f in fields)
def derive(key, label, *fields, size=32):
    return hashlib.blake2b(message(label, *fields), key=key, digest_size=size).digest()
def argon2id(password, salt, length, passes=2, kib=65536):
    return Argon2id(salt=salt, length=length, iterations=passes, lanes=1, memory_cost=kib).derive(password)

# secretstream_xchacha20poly1305

def chacha20(key, nonce12, counter, data):
    return Cipher(algorithms.ChaCha20(key, struct.pack("<I", counter) + nonce12), None).encryptor().update(data)

def hchacha20(key, nonce16):
    """The ChaCha20 block without its final addition, which is subtracted again: words 0-3 and 12-15."""
    start = struct.unpack("<16I", b"expand 32-byte k" + key + nonce16)
    block = struct.unpack("<16I", Cipher(algorithms.ChaCha20(key, nonce16), None).encryptor().update(bytes(64)))
    words = [(b - s) & 0xffffffff for b, s in zip(block, start)]
    return struct.pack("<8I", *words[:4], *words[12:])

class SecretStream:
    FINAL = 3
    def __init__(self, key, header):
        self.key, self.nonce = hchacha20(key, header[:16]), struct.pack("<I", 1) + header[16:]

    def pieces(self, chunk, tag):
        """Keystream for the tag, ciphertext, and what Poly1305 covers."""
        tag_block = chacha20(self.key, self.nonce, 1, bytes([tag]) + bytes(63))
        body = chacha20(self.key, self.nonce, 2, chunk)
        return tag_block, body

    def mac_key(self): return chacha20(self.key, self.nonce, 0, bytes(32))

    @staticmethod
    def covered(tag_block, body):
        # libsodium pads by (16 - 64 + length) % 16 bytes, not to a multiple of 16.
        return tag_block + body + bytes(len(body) % 16) + struct.pack("<QQ", 0, 64 + len(body))

    def push(self, chunk, tag):
        tag_block, body = self.pieces(chunk, tag)
        mac = poly1305.Poly1305.generate_tag(self.mac_key(), self.covered(tag_block, body))
        assert tag == self.FINAL, "one chunk is all that these vectors have"
        return tag_block[:1] + body + mac

# The sealed format

def padme(length):
    length = max(length, 256)
    e = length.bit_length() - 1
    mask = (1 << (e - e.bit_length())) - 1
    return (length + mask) & ~mask
def inside(text, salt, protection=0):
    plain = bytes([protection]) + salt + u64(len(text)) + text
    return plain + bytes(padme(len(plain)) - len(plain))
def keys(root, header, label, *context):
    both = derive(root, label, MAGIC + header, *context, size=64)
    return both[:32], both[32:]
def seal(root, text, header, salt, stream_header, label, *context):
    key, commitment = keys(root, header, label, *context)
    return MAGIC + header + commitment + stream_header + SecretStream(key, stream_header).push(inside(text, salt), SecretStream.FINAL)

# One ciphertext under two keys

P = (1 << 130) - 5
def poly_coefficients(data):
    blocks = [data[i:i + 16] for i in range(0, len(data), 16)]
    return [int.from_bytes(b + b"\1", "little") for b in blocks]

def two_keys(key_a, key_b, plain, free):
    """A stream of one chunk that is authentic under both keys, with FINAL in both. `free`: index of the 16-byte block of the chunk
    that the equation is solved for; under key_a the rest is `plain`."""
    for attempt in range(1 << 20):
        header = hashlib.sha256(b"two keys" + u32(attempt)).digest()[:24]
        a, b = SecretStream(key_a, header), SecretStream(key_b, header)
        tag_a, body = a.pieces(plain, SecretStream.FINAL)
        tag_b, _ = b.pieces(bytes(16), SecretStream.FINAL)
        if tag_a[0] != tag_b[0]: continue
        sides = []
        for s, tag_block in ((a, tag_a), (b, tag_b)):
            mac_key = s.mac_key()
            r = int.from_bytes(mac_key[:16], "little") & 0x0ffffffc0ffffffc0ffffffc0fffffff
            coefficients = poly_coefficients(SecretStream.covered(tag_block, body))
            n, index = len(coefficients), 4 + free
            rest = sum(c * pow(r, n - i, P) for i, c in enumerate(coefficients) if i != index) % P
            sides.append((rest, pow(r, n - index, P), int.from_bytes(mac_key[16:], "little")))
        (rest_a, power_a, s_a), (rest_b, power_b, s_b) = sides
        for k in range(-4, 5):
            block = (s_b - s_a + k * (1 << 128) + rest_b - rest_a) * pow(power_a - power_b, -1, P) % P
            if block >> 128 != 1: continue
            forged = body[:16 * free] + block.to_bytes(17, "little")[:16] + body[16 * free + 16:]
            macs = [poly1305.Poly1305.generate_tag(s.mac_key(), s.covered(t, forged)) for s, t in ((a, tag_a), (b, tag_b))]
            if macs[0] == macs[1]: return header + tag_a[:1] + forged + macs[0]

# X-Wing and HPKE base mode

def xwing_private(seed):
    expanded = hashlib.shake_256(seed).digest(96)
    return mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64]), x25519.X25519PrivateKey.from_private_bytes(expanded[64:])
def xwing_public(seed):
    m, x = xwing_private(seed)
    return m.public_key().public_bytes(*RAW) + x.public_key().public_bytes(*RAW)
def xwing_combine(ss_m, ss_x, ct_x, pk_x):
    return hashlib.sha3_256(ss_m + ss_x + ct_x + pk_x + b"\\.//^\\").digest()
def hpke_key(shared, info):
    suite = b"HPKE" + struct.pack(">HHH", 0x647A, 1, 2)
    extract = lambda salt, label, ikm: hmac.digest(salt, b"HPKE-v1" + suite + label + ikm, "sha256")
    def expand(secret, label, context, length):
        info = struct.pack(">H", length) + b"HPKE-v1" + suite + label + context
        return hmac.digest(secret, info + b"\1", "sha256")[:length]
    context = b"\0" + extract(b"", b"psk_id_hash", b"") + extract(b"", b"info_hash", info)
    secret = extract(shared, b"secret", b"")
    return expand(secret, b"key", context, 32), expand(secret, b"base_nonce", context, 12)
def wrap(public, info, text):
    m, x = mlkem.MLKEM768PublicKey.from_public_bytes(public[:1184]), x25519.X25519PublicKey.from_public_bytes(public[1184:])
    ss_m, ct_m = m.encapsulate()
    ephemeral = x25519.X25519PrivateKey.generate()
    ct_x = ephemeral.public_key().public_bytes(*RAW)
    key, nonce = hpke_key(xwing_combine(ss_m, ephemeral.exchange(x), ct_x, public[1184:]), info)
    return ct_m + ct_x + AESGCM(key).encrypt(nonce, text, b"")
def unwrap(seed, info, wrapped):
    m, x = xwing_private(seed)
    ct_m, ct_x, sealed = wrapped[:1088], wrapped[1088:1120], wrapped[1120:]
    ss_x = x.exchange(x25519.X25519PublicKey.from_public_bytes(ct_x))
    key, nonce = hpke_key(xwing_combine(m.decapsulate(ct_m), ss_x, ct_x, x.public_key().public_bytes(*RAW)), info)
    return AESGCM(key).decrypt(nonce, sealed, b"")

# The vectors

def pattern(name, length=32): return hashlib.shake_128(b"kluis vector " + name.encode()).digest(length)

def vectors(old):
    group, member, circle, item = (pattern(n, 16) for n in ("group", "member", "circle", "item"))
    key, header, salt, stream = pattern("key"), pattern("header"), pattern("salt"), pattern("stream", 24)
    common = dict(group=group, member=member, circle=circle, item=item, key=key)
    yield "ids", common

    text = "Zij vroeg: “wat zou jij doen?”\n".encode()
    part = (group, circle, u32(3), item, b"body", u32(2))
    yield "part", dict(text=text, salt=salt, sealed=seal(key, text, header, salt, stream, "part", *part))
    yield "part-empty", dict(text=b"", salt=salt, sealed=seal(key, b"", header, salt, stream, "part", *part))
    yield "part-protected", dict(sealed=sealed_inside(key, inside(text, salt, 1), header, stream, "part", *part))

    payload_key = derive(key, "payload-key", group, header)
    yield "payload", dict(text=text, payload_key=payload_key, sealed=seal(payload_key, text, header, salt, stream, "payload", group))
    mark = derive(key, "read-mark", group, header[:16])[:16]
    read_header = header[:16] + mark
    read_root = pattern("read key")
    read_payload_key = derive(read_root, "payload-key", group, read_header)
    yield "read-payload", dict(read_key=read_root, text=text, mark=mark, payload_key=read_payload_key,
                               sealed=seal(read_payload_key, text, read_header, salt, stream, "payload", group))
    yield "name", dict(text=b"Anna", sealed=seal(key, b"Anna", header, salt, stream, "name", group, member))
    yield "manifest", dict(text=b"{}", sealed=seal(key, b"{}", header, salt, stream, "manifest", group))

    inner = pattern("inner key")
    yield "link", dict(inner=inner, sealed=seal(key, inner, header, salt, stream, "link", group, u32(5)))
    for kind, where in (("circle", circle), ("log", b""), ("read", b""), ("decryption", b"")):
        yield "stored-" + kind, dict(inner=inner, sealed=seal(key, inner, header, salt, stream, "stored-key", group, kind.encode(), where, u32(5)))
    identity_header = b"kluis.identity/v1\nexample\n"
    yield "identity", dict(inner=inner, header=identity_header, sealed=seal(key, inner, header, salt, stream, "identity", identity_header))

    yield "circle-commitment", dict(commitment=derive(key, "circle-commitment", group, circle, u32(3)))
    yield "log-key", dict(log_key=derive(key, "log-key", group, u32(5)), read_key=derive(key, "read-key", group, u32(5)))
    yield "text-commitment", dict(text=text, salt=salt, commitment=derive(salt, "text", group, item, b"body", u32(2), hashlib.sha256(text).digest()))

    seed = derive(key, "signing-seed", group, member, u32(1))
    private = ed25519.Ed25519PrivateKey.from_private_bytes(seed)
    public = private.public_key().public_bytes(*RAW)
    name = b"kluis/" + group.hex().encode() + b"/" + member.hex().encode() + b".1"
    key_id = hashlib.sha256(name + b"\n\1" + public).digest()[:4]
    signed = b"kluis vector\n"
    note = signed + b"\n\xe2\x80\x94 " + name + b" " + b64encode(key_id + private.sign(signed)) + b"\n"
    yield "signing", dict(public=public, text=signed, note=note)

    yield "unlock", dict(passphrase="zeven blauwe stoelen é".encode(), salt=salt[:16], unlock_key=argon2id("zeven blauwe stoelen é".encode(), salt[:16], 32))
    words_salt = b"kluis/v1 words.."
    root = pattern("root")
    yield "words-head", dict(size=u64(300), root=root, bits=argon2id(message("words-head", u64(300), root), words_salt, 16))
    yield "words-request", dict(request=text, bits=argon2id(message("words-request", hashlib.sha256(text).digest()), words_salt, 16))
    yield "words-paper", dict(paper=text, bits=argon2id(message("words-paper", hashlib.sha256(text).digest()), words_salt, 16))

    xwing_seed = pattern("xwing seed")
    info = message("wrap", group, circle, u32(3), member)
    try:
        wrapped = old["wrap"]["wrap"]
        assert unwrap(xwing_seed, info, wrapped) == inner
    except Exception:
        wrapped = wrap(xwing_public(xwing_seed), info, inner)
    yield "wrap", dict(seed=xwing_seed, public=xwing_public(xwing_seed), inner=inner, wrap=wrapped)

    other = pattern("other key")
    (key_a, commitment_a), (key_b, commitment_b) = keys(key, header, "part", *part), keys(other, header, "part", *part)
    # The text has room for one block that nobody chooses: block 3 of the inside is bytes 48-63, within the text (41-).
    long_text = b"." * 100
    stream_both = two_keys(key_a, key_b, inside(long_text, salt), 3)
    yield "two-keys", dict(other=other, sealed=MAGIC + header + commitment_a + stream_both, sealed_other=MAGIC + header + commitment_b + stream_both)

def sealed_inside(root, plain, header, stream_header, label, *context):
    key, commitment = keys(root, header, label, *context)
    return MAGIC + header + commitment + stream_header + SecretStream(key, stream_header).push(plain, SecretStream.FINAL)

def parse(text):
    out = {}
    for block in text.strip().split("\n\n"):
        lines = [line.partition(": ")[::2] for line in block.split("\n")]
        out[lines[0][1]] = {name: bytes.fromhex(value) for name, value in lines[1:]}
    return out

def main():
    path = sys.argv[-1]
    try: before = open(path).read()
    except FileNotFoundError: before = ""
    old = parse(before) if before else {}
    blocks = ["\n".join([f"vector: {name}"] + [f"{field}: {value.hex()}" for field, value in fields.items()]) for name, fields in vectors(old)]
    after = "\n\n".join(blocks) + "\n"
    if "--check" in sys.argv: sys.exit(0 if before == after else 1)
    open(path, "w").write(after)

main()
