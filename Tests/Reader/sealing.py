"""Keys and what is sealed under them: sections 2, 11, 13 and 23 of Docs/Format.md."""
import hashlib, hmac, struct
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.exceptions import InvalidTag
from nacl import bindings, exceptions
from nacl.pwhash import argon2id

from notation import Damaged, Newer, count, need

MAGIC = b"kluis/\0\x01"
CHUNK, OVERHEAD, FINAL = 65_536, 17, 3


def u32(number): return struct.pack(">I", number)
def u64(number): return struct.pack(">Q", number)
def sha256(data): return hashlib.sha256(data).digest()

def message(label, *fields):
    return b"kluis/v1 " + label.encode() + b"\0" + b"".join(struct.pack(">H", len(f)) + f for f in fields)

def derive(key, label, *fields, size=32):
    return hashlib.blake2b(message(label, *fields), key=key, digest_size=size).digest()

def log_keys(circle_key, group, epoch):
    """LogKey and ReadKey of an epoch."""
    return tuple(derive(circle_key, label, group, u32(epoch)) for label in ("log-key", "read-key"))

def head_words(size, root):
    """Section 23: six words for a tree head."""
    bits = argon2id.kdf(16, message("words-head", u64(size), root), b"kluis/v1 words..", opslimit=2, memlimit=65_536 * 1024)
    value = int.from_bytes(bits, "big") >> (128 - 66)
    words = Path(__file__).parents[2].joinpath("Docs/words.txt").read_text().split()
    return [words[value >> shift & 2047] for shift in range(55, -1, -11)]


# The sealed format

def open_sealed(sealed, root_key, label, *fields, most=2**26):
    """Salt and text of sealed bytes, with the five steps of section 11 in their order."""
    need(sealed[:6] == MAGIC[:6], "not sealed")
    if sealed[6:8] != MAGIC[6:]:
        raise Newer("sealed format")
    need(len(sealed) >= 114, "sealed bytes are cut short")
    both = derive(root_key, label, sealed[:40], *fields, size=64)
    need(hmac.compare_digest(both[32:], sealed[40:72]), "another key or context, or altered bytes")
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, sealed[72:96], both[:32])
    inside = b""
    for start in range(96, len(sealed), CHUNK + OVERHEAD):
        chunk = sealed[start:start + CHUNK + OVERHEAD]
        need(len(chunk) > OVERHEAD, "chunk")
        try:
            piece, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, chunk)
        except (exceptions.CryptoError, RuntimeError):
            raise Damaged("a chunk is not authentic")
        need(tag == (FINAL if start + len(chunk) == len(sealed) else 0), "chunks do not end where they say")
        inside += piece
    if inside[0] != 0:
        raise Newer("inner protection")
    length = int.from_bytes(inside[33:41], "big")
    need(length <= most and len(inside) == padded(41 + length) and not any(inside[41 + length:]), "length or padding")
    return inside[1:33], inside[41:41 + length]

def padded(length):
    """Padmé."""
    length = max(length, 256)
    exponent = length.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())
    return -(-length // step) * step

def open_key(sealed, root_key, label, *fields):
    key = open_sealed(sealed, root_key, label, *fields)[1]
    need(len(key) == 32, "not a key")
    return key


# Wraps: HPKE base mode, X-Wing, HKDF-SHA256, AES-256-GCM

SUITE = b"HPKE" + bytes.fromhex("647a00010002")

def extract(salt, label, secret):
    return hmac.digest(salt, b"HPKE-v1" + SUITE + label + secret, "sha256")

def expand(secret, label, info, size):
    labelled = struct.pack(">H", size) + b"HPKE-v1" + SUITE + label + info
    return hmac.digest(secret, labelled + b"\x01", "sha256")[:size]  # never more than one block is asked for

def xwing_secret(seed, encapsulated):
    expanded = hashlib.shake_256(seed).digest(96)
    ephemeral, private = encapsulated[1088:], expanded[64:]
    lattice = MLKEM768PrivateKey.from_seed_bytes(expanded[:64]).decapsulate(encapsulated[:1088])
    curve = bindings.crypto_scalarmult(private, ephemeral)
    public = bindings.crypto_scalarmult_base(private)
    return hashlib.sha3_256(lattice + curve + ephemeral + public + bytes.fromhex("5c2e2f2f5e5c")).digest()

def open_wrap(wrap, seeds, info):
    """The 32 bytes in a wrap under one of these decryption keys; None where none opens it."""
    for seed in seeds:
        try:
            shared = xwing_secret(seed, wrap[:1120])
            context = b"\0" + extract(b"", b"psk_id_hash", b"") + extract(b"", b"info_hash", info)
            secret = extract(shared, b"secret", b"")
            key, nonce = expand(secret, b"key", context, 32), expand(secret, b"base_nonce", context, 12)
            opened = AESGCM(key).decrypt(nonce, wrap[1120:], b"")
        except (InvalidTag, ValueError, exceptions.CryptoError, RuntimeError):
            continue
        if len(opened) == 32:
            return opened
    return None

def takes_wraps(public):
    """Section 13, rule 3: whether something can be wrapped to a decryption key."""
    packed = int.from_bytes(public[:1152], "little")
    if any(packed >> 12 * i & 4095 >= 3329 for i in range(768)):
        return False
    try:
        return bindings.crypto_scalarmult(bytes(range(32)), public[1184:]) != bytes(32)
    except (exceptions.CryptoError, RuntimeError):
        return False

def read_delivery(data):
    """Generation and wraps by member id."""
    head, _, rest = data.partition(b"\n")
    if head != b"kluis.delivery/v1":
        raise Newer("delivery") if head.startswith(b"kluis.delivery/v") else Damaged("delivery")
    heading, _, records = rest.partition(b"\n")
    need(heading.startswith(b"generation ") and 0 < len(records) <= 50 * 1184 and len(records) % 1184 == 0, "delivery")
    wraps = {records[i:i + 16]: records[i + 16:i + 1184] for i in range(0, len(records), 1184)}
    need(list(wraps) == sorted(wraps) and len(wraps) == len(records) // 1184, "delivery")
    return count(heading[11:].decode("latin-1")), wraps
