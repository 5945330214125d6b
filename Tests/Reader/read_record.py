#!/usr/bin/env python3
"""Reads a Mainstay record without Mainstay.

Written from Format.md alone, with the standard library and `cryptography`, so that a record outlives
the program, and so that the document is known to be right: it prints what `exportLines` prints.

    read_record.py DIR --passphrase-file F

Exit status: 0 read to the end; 3 wrong passphrase; 4 no record there; 5 refused, damaged or tampered
with (what was good before the damage has been printed).
"""

import argparse
import hashlib
import hmac
import json
import os
import re
import struct
import sys
import unicodedata

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WHOLE = dict(encoding=Encoding.Raw, format=PublicFormat.Raw)


class Refused(Exception):
    """The record is not as Format.md says."""


class WrongPassphrase(Exception):
    """No slot opens."""


# Conventions


def label(name):
    return b"mainstay/v1/" + name.encode() + b"\0"


def derive(secret, name, context, count=32, salt=None):
    return HKDF(hashes.SHA256(), count, salt, label(name) + context).derive(secret)


def sha256(data):
    return hashlib.sha256(data).digest()


def named_hash(name, data):
    return sha256(label(name) + data)


def is_signed(public, name, data, signature):
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, label(name) + data)
        return True
    except (InvalidSignature, ValueError):
        return False


def unseal(keys, sealed, associated):
    try:
        return AESGCM(keys[:32]).decrypt(keys[32:44], sealed, associated)
    except InvalidTag:
        return None


def unpad(padded):
    if padded is None or len(padded) < 4:
        return None
    (length,) = struct.unpack_from("<I", padded)
    if length > len(padded) - 4 or any(padded[4 + length:]):
        return None
    return padded[4:4 + length]


def epoch_keys(vmk, vault, epoch):
    names = "header-mac keyring log-vault key-id case-epoch vmk-commit old-vmk guardian-epoch".split()
    context = vault + struct.pack("<I", epoch)
    return {name: derive(vmk, name, context) for name in names}


# Header


class Header:
    def __init__(self, data):
        if len(data) != 16384 or data[:8] != b"MAINSTAY":
            raise Refused("header: length or magic")
        major, _, length = struct.unpack_from("<HHI", data, 8)
        self.vault = data[16:32]
        self.generation, self.epoch, flags = struct.unpack_from("<QII", data, 32)
        self.public = data[48:80]
        if major != 0 or length != 16384 or flags != 0 or not 1 <= self.epoch <= 17:
            raise Refused("header: version")
        if not is_signed(self.public, "header", data[:16320], data[16320:]):
            raise Refused("header: signature")
        self.log_n, r, zero, p, zeros = struct.unpack_from("<BBHIQ", data, 144)
        if not 15 <= self.log_n <= 20 or (r, zero, p, zeros) != (8, 0, 1, 0):
            raise Refused("header: kdf")
        self.data = data

    def stretch(self, secret):
        salt = self.data[112:144]
        return hashlib.scrypt(
            secret, salt=salt, n=1 << self.log_n, r=8, p=1, dklen=32,
            maxmem=(1 << self.log_n) * 1024 + (1 << 24))

    def unlock(self, stretched):
        for number in range(8):
            slot = self.data[160 + number * 1536:][:1536]
            if slot[0] not in (1, 2) or any(slot[1:8]):
                continue
            slot_id, half, commit = slot[8:24], slot[24:56], slot[56:88]
            own = X25519PrivateKey.from_private_bytes(derive(stretched, "wrap", self.vault + slot_id))
            try:
                shared = own.exchange(X25519PublicKey.from_public_bytes(half))
            except ValueError:
                continue
            public = own.public_key().public_bytes(**WHOLE)
            keys = derive(shared, "slot", self.vault + slot_id + half + public, 76)
            if not hmac.compare_digest(keys[44:], commit):
                continue
            payload = unseal(keys[:44], slot[88:232], slot[:88])
            if payload is None or len(payload) != 128:
                raise Refused("slot: tampered with")
            self.check(payload)
            return payload[:32], payload[32:64]
        raise WrongPassphrase()

    def check(self, payload):
        vmk, seed, public, access = (payload[i:i + 32] for i in range(0, 128, 32))
        own = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes(**WHOLE)
        exchange = X25519PrivateKey.from_private_bytes(derive(seed, "access", self.vault))
        if public != self.public or own != public:
            raise Refused("header: another guardian's key")
        if exchange.public_key().public_bytes(**WHOLE) != access:
            raise Refused("slot: access key")
        keys = epoch_keys(vmk, self.vault, self.epoch)
        code = hmac.new(keys["header-mac"], self.data[:16288], hashlib.sha256).digest()
        if keys["vmk-commit"] != self.data[80:112]:
            raise Refused("header: vmk-commit")
        if not hmac.compare_digest(code, self.data[16288:16320]):
            raise Refused("header: code")

    def epochs(self, vmk):
        out = {self.epoch: epoch_keys(vmk, self.vault, self.epoch)}
        wrap = out[self.epoch]["old-vmk"]
        for number in range(16):
            row = self.data[12448 + number * 64:][:64]
            (epoch,) = struct.unpack_from("<I", row)
            if epoch == 0:
                continue
            old = unseal(wrap + row[4:16], row[16:], self.vault + row[:4])
            if old is None or epoch >= self.epoch or epoch in out:
                raise Refused("header: older key")
            out[epoch] = epoch_keys(old, self.vault, epoch)
        return out


def read_file(folder, name):
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def headers(folder):
    """Whole headers, the highest generation first; which of them counts, the log says."""
    copies = [data for data in candidates(folder, "header") if data]
    if not copies:
        raise FileNotFoundError(folder)
    good, refusal = [], None
    for data in copies:
        try:
            good.append(Header(data))
        except Refused as why:
            refusal = refusal or why
    if not good:
        raise refusal
    return sorted(good, key=lambda header: -header.generation)


class Opened:
    """A header that a secret opened, and the keys it leads to."""

    def __init__(self, header, secret):
        self.header = header
        self.vmk, self.seed = header.unlock(header.stretch(secret))
        self.epochs = header.epochs(self.vmk)
        self.digest = sha256(header.data).hex()


def newest_opened(found, secret):
    refusal = None
    for header in found:
        try:
            return Opened(header, secret)
        except WrongPassphrase:
            continue
        except Refused as why:
            refusal = refusal or why
    raise refusal or WrongPassphrase()


def recovery_characters(typed):
    """The 26 characters of a recovery key, or None for any other text."""
    text = typed.replace(" ", "").replace("-", "")
    if not text.isascii():
        return None
    text = text.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    if len(text) != 28 or any(c not in ALPHABET for c in text) or text[0] > "7":
        return None
    digest = named_hash("recovery-check", text[:26].encode())
    bits = digest[0] << 2 | digest[1] >> 6
    return text[:26] if text[26:] == ALPHABET[bits >> 5] + ALPHABET[bits & 31] else None


def secret_of(typed):
    key = recovery_characters(typed)
    return key.encode() if key else unicodedata.normalize("NFC", typed).encode()


# The log


class Frame:
    def __init__(self, data, at):
        head = data[at:at + 104]
        (self.length, self.version, self.algorithm, self.index, last, self.epoch, self.seq) = \
            struct.unpack_from("<IBBBBIQ", head, 4)
        self.count = last + 1
        self.masked, self.rnonce, self.prev = head[24:40], head[40:64], head[64:96]
        self.first = (self.seq - self.index) % (1 << 64)
        self.bytes = data[at:at + self.length]


def has_head(data, at):
    head = data[at:at + 104]
    return len(head) == 104 and head[:4] == b"MSR1" and named_hash("fh", head[:96])[:8] == head[96:]


def zero_sector(data, start, end):
    while start < end:
        stop = min(end, (start // 512 + 1) * 512)
        if not any(data[start:stop]):
            return True
        start = stop
    return False


class Log:
    """Walks the frames; `problem` is None, or says where the log stops being what was written."""

    def __init__(self, data, header, epochs):
        self.data, self.header, self.epochs = data, header, epochs
        self.frames, self.problem, self.torn = [], None, False
        act, at, seq = [], 0, 0
        prev = named_hash("genesis", header.vault + header.public)
        while at < len(data):
            verdict = self.look(at, seq, prev, act)
            if verdict is not None:
                suspect, reason = verdict
                first = act[0].first if act else seq + 1
                if suspect and self.is_last(at, first, act):
                    self.torn = True
                else:
                    self.problem = "number %d: %s" % (seq + 1, reason)
                return
            frame = Frame(data, at)
            act.append(frame)
            seq, prev, at = frame.seq, sha256(frame.bytes), at + frame.length
            if len(act) == frame.count:
                self.frames += act
                act = []
        self.torn = bool(act)

    def look(self, at, seq, prev, act):
        """None for a good frame; else whether a crash can have left it, and what is wrong."""
        data = self.data
        left = len(data) - at
        if left < 104:
            return True, "cut short"
        if not has_head(data, at):
            if not any(data[at:]):
                return True, "zeros"
            return zero_sector(data, at, at + 104), "head"
        frame = Frame(data, at)
        text = frame.length - 184
        if (frame.version, frame.algorithm) != (0, 1):
            return False, "version"
        if not 256 <= text <= 1 << 20 or text % 256:
            return False, "length"
        if frame.seq != seq + 1:
            return False, "number"
        if frame.prev != prev:
            return False, "chain"
        if frame.index != len(act) or frame.index >= frame.count:
            return False, "place in act"
        if act and (act[0].count, act[0].epoch) != (frame.count, frame.epoch):
            return False, "place in act"
        before = act[-1] if act else self.frames[-1] if self.frames else None
        if frame.epoch not in self.epochs or (before and frame.epoch < before.epoch):
            return False, "epoch"
        if frame.length > left:
            return True, "cut short"
        message = self.header.vault + sha256(frame.bytes[:-64])
        if not is_signed(self.header.public, "record", message, frame.bytes[-64:]):
            return zero_sector(data, at, at + frame.length), "signature"
        return None

    def is_last(self, at, first, act):
        for match in re.finditer(b"(?=MSR1)", self.data[at + 1:]):
            where = at + 1 + match.start()
            if has_head(self.data, where):
                later = Frame(self.data, where)
                if later.first != first or (act and later.count != act[0].count):
                    return False
        return True

    def key_id(self, frame):
        mask = hmac.new(self.epochs[frame.epoch]["key-id"], frame.rnonce, hashlib.sha256).digest()
        return bytes(a ^ b for a, b in zip(frame.masked, mask))

    def text(self, frame, key):
        """The JSON of a frame; None for the vault's own key stands for `log-vault`."""
        epoch = self.epochs[frame.epoch]
        keys = derive(key or epoch["log-vault"], "rec", frame.rnonce, 44, salt=epoch["case-epoch"])
        text = unpad(unseal(keys, frame.bytes[104:-64], frame.bytes[:104] + self.header.vault))
        if text is None:
            raise Refused("number %d: text" % frame.seq)
        return text


# JSON, without rewriting it


def once(pairs):
    out = dict(pairs)
    if len(out) != len(pairs):
        raise ValueError("a member stands twice")
    return out


DECODER = json.JSONDecoder(object_pairs_hook=once)
SPACE = re.compile(r"[ \t\r\n]*")


def elements(text, at):
    """Each element of the array that begins at an offset: its value, and its text as it stands."""
    at = SPACE.match(text, at + 1).end()
    while text[at] != "]":
        value, end = DECODER.raw_decode(text, at)
        yield value, text[at:end]
        at = SPACE.match(text, end).end()
        if text[at] == ",":
            at = SPACE.match(text, at + 1).end()


def lines_of(text, seq, child, restricted):
    """The entries of a frame, as values and as they stand."""
    try:
        whole = text.decode()
        top = DECODER.decode(whole)
        if "stubs" in top and "entries" not in top and not restricted:
            return []
        if not isinstance(top["act"], str) or not top["entries"]:
            raise ValueError("act")
        at = SPACE.match(whole).end() + 1
        while True:
            at = SPACE.match(whole, at).end()
            name, at = DECODER.raw_decode(whole, at)
            at = SPACE.match(whole, SPACE.match(whole, at).end() + 1).end()
            if name == "entries":
                break
            _, at = DECODER.raw_decode(whole, at)
            at = SPACE.match(whole, at).end() + 1
        out = list(elements(whole, at))
        for entry, _ in out:
            if entry.get("child") != child or not isinstance(entry["body"], dict):
                raise ValueError("child")
            for member in ("id", "type", "by", "occurredAt", "recordedAt"):
                if not isinstance(entry[member], str):
                    raise ValueError(member)
        return out
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        raise Refused("number %d: text" % seq)


# keys


def candidates(folder, name):
    files = (read_file(folder, candidate) for candidate in (name, name + ".new", name + ".bak"))
    return [data for data in files if data is not None]


def named_file(folder, name, digest):
    for data in candidates(folder, name):
        if sha256(data).hex() == digest:
            return data
    raise Refused(name + ": none is the one that the log names")


def newer_keys(folder, generation, header, epochs, seed):
    """Where the log breaks off: the first file that opens and is not older than the last name."""
    for data in candidates(folder, "keys"):
        try:
            keys = read_keys(data, header, epochs, seed)
        except Refused:
            continue
        if struct.unpack_from("<Q", data, 4)[0] >= generation:
            return keys
    raise Refused("keys: none is the one that the log names")


def read_keys(data, header, epochs, seed):
    """By key ID: the child, whether it is the restricted key, and the key (None once erased)."""
    if data[:4] != b"MSK1" or len(data) < 168:
        raise Refused("keys: magic")
    if not is_signed(header.public, "keys-sig", header.vault + data[:-64], data[-64:]):
        raise Refused("keys: signature")
    (epoch,) = struct.unpack_from("<I", data, 12)
    if epoch not in epochs:
        raise Refused("keys: epoch")
    parts, at = [], 16
    own = derive(seed, "guardian-only", header.vault, salt=epochs[epoch]["guardian-epoch"])
    for name, key in (("keys-a", epochs[epoch]["keyring"]), ("keys-g", own)):
        (length,) = struct.unpack_from("<I", data, at + 24)
        start, end = at + 28, at + 28 + length + 16
        if length % 4096 or end > len(data) - 64:
            raise Refused("keys: length")
        keys = derive(key, name, data[at:at + 24], 44)
        text = unpad(unseal(keys, data[start:end], data[:start] + header.vault))
        if text is None:
            raise Refused("keys: " + name)
        parts.append(json.loads(text))
        at = end
    if at != len(data) - 64:
        raise Refused("keys: trailing bytes")
    hidden = {row["keyID"]: bytes.fromhex(row["key"]) for row in parts[1]["restricted"]}
    out = {}
    for row in parts[0]["children"]:
        key = bytes.fromhex(row["key"]) if row.get("key") else None
        out[bytes.fromhex(row["keyID"])] = (row["id"], False, key)
        restricted = bytes.fromhex(row["restrictedKeyID"])
        out[restricted] = (row["id"], True, hidden.get(row["restrictedKeyID"]))
    return out


# Reading


def names(log):
    """What the log last says of each file, and the entries of no child by seq."""
    named, own = {}, {}
    for frame in log.frames:
        if log.key_id(frame) == bytes(16):
            own[frame.seq] = lines_of(log.text(frame, None), frame.seq, None, False)
            for entry, _ in own[frame.seq]:
                if entry["type"] == "store-changed":
                    named[entry["body"]["file"]] = dict(entry["body"], at=frame.seq)
    return named, own


def read(folder, typed):
    """Yields each entry's line; raises where the record stops being what was written."""
    found = headers(folder)
    opened = newest_opened(found, secret_of(typed))
    data = read_file(folder, "log") or b""
    for _ in range(5):
        header, epochs, seed = opened.header, opened.epochs, opened.seed
        log = Log(data, header, epochs)
        named, own = names(log)
        last = named.get("header")
        if last is None or last["sha256"] == opened.digest:
            break
        # Exactly the header that is named; where it is gone, a newer one of a later epoch.
        others = [h for h in found if sha256(h.data).hex() == last["sha256"]] or [
            h for h in found
            if h.generation > max(last["generation"], header.generation) and h.epoch > header.epoch]
        if others:
            opened = Opened(others[0], secret_of(typed))
        elif log.problem and header.generation >= last["generation"]:
            break
        else:
            raise Refused("header: none is the one that the log names")
    else:
        raise Refused("header: none is the one that the log names")
    if "header" not in named or "keys" not in named:
        raise Refused("number 1: nothing names header and keys")
    if last["sha256"] == opened.digest:
        for frame in log.frames:
            if frame.seq > last["at"] and frame.epoch != header.epoch:
                raise Refused("number %d: epoch" % frame.seq)
    try:
        data = named_file(folder, "keys", named["keys"]["sha256"])
        keys = read_keys(data, header, epochs, seed)
    except Refused:
        if log.problem is None:
            raise
        keys = newer_keys(folder, named["keys"]["generation"], header, epochs, seed)

    for frame in log.frames:
        entries = own.get(frame.seq)
        if entries is None:
            use = keys.get(log.key_id(frame))
            if use is None:
                raise Refused("number %d: key" % frame.seq)
            child, restricted, key = use
            if key is None:
                continue
            entries = lines_of(log.text(frame, key), frame.seq, child, restricted)
        for _, line in entries:
            yield line
    if log.problem:
        raise Refused(log.problem)
    if log.torn:
        print("read_record: an act at the end was cut short and is left out", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description="Print every entry of a record, one JSON a line.")
    parser.add_argument("folder")
    parser.add_argument("--passphrase-file", required=True)
    arguments = parser.parse_args()
    with open(arguments.passphrase_file, encoding="utf-8") as file:
        typed = file.read()
    typed = typed[:-1] if typed.endswith("\n") else typed
    out = sys.stdout.buffer
    try:
        for line in read(arguments.folder, typed):
            out.write(line.encode() + b"\n")
    except WrongPassphrase:
        print("read_record: wrong passphrase", file=sys.stderr)
        return 3
    except FileNotFoundError:
        print("read_record: no record there", file=sys.stderr)
        return 4
    except Refused as why:
        out.flush()
        print("read_record: refused: %s" % why, file=sys.stderr)
        return 5
    return 0


if __name__ == "__main__":
    sys.exit(main())
