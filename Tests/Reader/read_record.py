#!/usr/bin/env python3
"""Reads a Mainstay record without Mainstay: the way out when the program is gone.

You need the record's folder (usually ~/.local/share/mainstay/vault, or a backup of it), its passphrase
or its recovery key, any computer with Python 3.8 or newer, and the Python package `cryptography`
(Debian and Ubuntu: `sudo apt install python3-cryptography`; elsewhere: `python3 -m pip install
cryptography`). Nothing else, and no network. Then, with this one file:

    python3 read_record.py ~/.local/share/mainstay/vault > entries.jsonl

It asks for the passphrase and shows nothing while you type. The recovery key works as well: type the
28 characters, in any case, with or without the hyphens. (`--passphrase-file FILE` takes the first line
of a file instead.) A second or two later every entry stands in `entries.jsonl`, one a line, the oldest
first, restricted ones too: `child` says whose it is, `occurredAt` when it happened, `body` what was
written. The lines of one child: `grep '"child":"THE-ID"' entries.jsonl`; the names: `grep child-opened
entries.jsonl`. WHAT COMES OUT IS NO LONGER PROTECTED: write it where only you can read it.

The record's folder is only read; it may be on a read-only disk. What cannot be trusted is refused:
what was good before the damage is printed, and a sentence on stderr says where it ends.

Exit status: 0 read to the end; 1 could not run; 2 usage; 3 wrong passphrase; 4 no record there;
5 refused: damaged, tampered with or written by a newer version.

It is written from Format.md alone, which it also proves: it prints byte for byte what `mainstay export
jsonl` prints.
"""

import argparse
import collections
import datetime
import getpass
import hashlib
import hmac
import json
import os
import re
import struct
import sys
import unicodedata

try:
    from cryptography.exceptions import InvalidSignature, InvalidTag
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
except ImportError:
    sys.exit("read_record: the Python package `cryptography` is missing. On Debian and Ubuntu: "
             "sudo apt install python3-cryptography. Elsewhere: python3 -m pip install cryptography.")


class Refused(Exception):
    """The record is not as Format.md says: what is wrong, and from which frame on where it is one."""

    def __init__(self, what, why, seq=None):
        super().__init__(what, why, seq)
        self.what, self.why, self.seq = what, why, seq


class WrongPassphrase(Exception):
    """No slot opens."""


class NoRecord(Exception):
    """There is no header."""


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


def from_hex(text, count):
    if type(text) is not str or not re.fullmatch("[0-9a-f]{%d}" % (2 * count), text):
        raise ValueError("hex")
    return bytes.fromhex(text)


def epoch_keys(vmk, vault, epoch):
    names = "header-mac keyring log-vault key-id case-epoch vmk-commit old-vmk guardian-epoch".split()
    context = vault + struct.pack("<I", epoch)
    return {name: derive(vmk, name, context) for name in names}


# JSON, strictly, and without rewriting it


class Number(str):
    """A number as it stands: nobody here calculates with one."""


def once(pairs):
    out = dict(pairs)
    if len(out) != len(pairs):
        raise ValueError("a member stands twice")
    return out


def no_constant(name):
    raise ValueError(name)


DECODER = json.JSONDecoder(
    object_pairs_hook=once, parse_int=Number, parse_float=Number, parse_constant=no_constant)
SPACE = re.compile(r"[ \t\r\n]*")
MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d{3}[+-]([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def is_nested_at_most(value, levels):
    if not isinstance(value, (dict, list)):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(is_nested_at_most(one, levels - 1) for one in inner)


def json_object(text):
    """The object that fills a text from its first byte to its last, and the text as characters."""
    try:
        whole = text.decode()
        if whole[:1] != "{" or whole[-1:] != "}":
            raise ValueError("not an object")
        value = DECODER.decode(whole)
        json.dumps(value, ensure_ascii=False).encode()  # fails on half of a surrogate pair
    except RecursionError:
        raise ValueError("nested") from None
    if not is_nested_at_most(value, 64):
        raise ValueError("nested")
    return value, whole


def after(whole, at, sign):
    """The offset behind a punctuation mark and the space around it."""
    at = SPACE.match(whole, at).end()
    if whole[at] != sign:
        return None
    return SPACE.match(whole, at + 1).end()


def member(whole, wanted):
    """The offset at which the value of a member of the whole object begins."""
    at = after(whole, 0, "{")
    while True:
        name, at = DECODER.raw_decode(whole, at)
        at = after(whole, at, ":")
        if name == wanted:
            return at
        _, at = DECODER.raw_decode(whole, at)
        at = after(whole, at, ",")


def elements(whole, at):
    """Each element of the array that begins at an offset: its value, and its text as it stands."""
    at = after(whole, at, "[")
    while at is not None:
        value, end = DECODER.raw_decode(whole, at)
        yield value, whole[at:end]
        at = after(whole, end, ",")


def is_moment(text):
    try:
        return bool(MOMENT.fullmatch(text)) and bool(datetime.datetime.fromisoformat(text[:19]))
    except (TypeError, ValueError):
        return False


# Header


RAW = dict(encoding=Encoding.Raw, format=PublicFormat.Raw)


class Header:
    """The 16,384 bytes, held to everything that needs no secret."""

    def __init__(self, data):
        if len(data) != 16384 or data[:8] != b"MAINSTAY":
            raise Refused("header", "length or magic")
        major, _, length = struct.unpack_from("<HHI", data, 8)
        self.vault = data[16:32]
        self.generation, self.epoch, flags = struct.unpack_from("<QII", data, 32)
        self.public = data[48:80]
        if length != 16384 or not is_signed(self.public, "header", data[:16320], data[16320:]):
            raise Refused("header", "signature")
        if major != 1 or flags != 0:
            raise Refused("newer", "written by another version")
        self.log_n, r, zero, p, zeros = struct.unpack_from("<BBHIQ", data, 144)
        if not 1 <= self.epoch <= 17:
            raise Refused("header", "epoch")
        if not 15 <= self.log_n <= 20 or (r, zero, p, zeros) != (8, 0, 1, 0):
            raise Refused("header", "cost of a guess")
        self.data, self.cost = data, data[112:160]

    def stretch(self, typed):
        secret = recovery_characters(typed) or unicodedata.normalize("NFC", typed)
        scrypt = Scrypt(salt=self.data[112:144], length=32, n=1 << self.log_n, r=8, p=1)
        return scrypt.derive(secret.encode())

    def unlock(self, stretched):
        for number in range(8):
            slot = self.data[160 + number * 1536:][:1536]
            if slot[0] not in (1, 2) or any(slot[1:8]):
                continue
            slot_id, half, commit = slot[8:24], slot[24:56], slot[56:88]
            own = X25519PrivateKey.from_private_bytes(derive(stretched, "wrap", self.vault + slot_id))
            try:
                shared = own.exchange(X25519PublicKey.from_public_bytes(half))
            except ValueError:  # no public key: of low order
                continue
            public = own.public_key().public_bytes(**RAW)
            keys = derive(shared, "slot", self.vault + slot_id + half + public, 76)
            if not hmac.compare_digest(keys[44:], commit):
                continue
            payload = unseal(keys[:44], slot[88:232], slot[:88])
            if payload is None:
                raise Refused("slot", "payload")
            self.check(payload)
            return payload[:32], payload[32:64]
        raise WrongPassphrase()

    def check(self, payload):
        vmk, seed, public, access = (payload[i:i + 32] for i in range(0, 128, 32))
        own = Ed25519PrivateKey.from_private_bytes(seed).public_key()
        exchange = X25519PrivateKey.from_private_bytes(derive(seed, "access", self.vault)).public_key()
        keys = epoch_keys(vmk, self.vault, self.epoch)
        code = hmac.new(keys["header-mac"], self.data[:16288], hashlib.sha256).digest()
        if exchange.public_bytes(**RAW) != access:
            raise Refused("slot", "access key")
        if public != self.public or own.public_bytes(**RAW) != public:
            raise Refused("header", "another guardian's key")
        if keys["vmk-commit"] != self.data[80:112]:
            raise Refused("header", "vmk-commit")
        if not hmac.compare_digest(code, self.data[16288:16320]):
            raise Refused("header", "code")

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
                raise Refused("header", "older key")
            out[epoch] = epoch_keys(old, self.vault, epoch)
        return out


def read_file(folder, name):
    """The bytes of a file; None where there is none or it cannot be read."""
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()
    except OSError:
        return None


class Door:
    """A header that a secret opened, and the keys it leads to."""

    def __init__(self, header, stretched):
        self.header = header
        vmk, self.seed = header.unlock(stretched)
        self.epochs = header.epochs(vmk)
        self.digest = sha256(header.data).hex()


class Doors:
    """The headers of a folder, the highest generation first; which of them counts, the log says."""

    def __init__(self, folder):
        self.headers, self.first, refusals, self.stretched = [], None, {}, {}
        for name in ("header.new", "header", "header.bak"):
            data = read_file(folder, name)
            try:
                header = None if data is None else Header(data)
            except Refused as why:
                refusals[name] = why
                continue
            if header and name == "header":
                self.first = header
            if header and all(other.data != data for other in self.headers):
                self.headers.append(header)
        if not self.headers:  # a header.new that was never finished is nobody's
            raise refusals.get("header") or refusals.get("header.bak") or NoRecord()
        self.headers.sort(key=lambda header: -header.generation)
        self.first = self.first or self.headers[0]

    def open(self, stretch):
        """The newest that opens; those with another salt than the others cost a derivation each."""
        refusal = None
        for header in sorted(self.headers, key=lambda header: header.cost != self.first.cost):
            if header.cost not in self.stretched:
                self.stretched[header.cost] = stretch(header)
            try:
                return self.unlock(header)
            except WrongPassphrase:
                continue
            except Refused as why:
                refusal = refusal or why
        raise refusal or WrongPassphrase()

    def unlock(self, header):
        if header.cost not in self.stretched:
            raise WrongPassphrase()
        return Door(header, self.stretched[header.cost])

    def named(self, name, present):
        """The header that the log names; where it is gone, a newer one of a later epoch."""
        for header in self.headers:
            if sha256(header.data).hex() == name["sha256"]:
                return header
        for header in self.headers:
            if header.generation > max(int(name["generation"]), present.generation) and \
                    header.epoch > present.epoch and \
                    (header.vault, header.public) == (present.vault, present.public):
                return header
        return None


ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


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
    """Walks the frames; `problem` is None, or the refusal where the log stops being what was written."""

    def __init__(self, data, header, epochs):
        self.data, self.header, self.epochs = data, header, epochs
        self.frames, self.problem, self.is_torn = [], None, False
        act, at, seq = [], 0, 0
        prev = named_hash("genesis", header.vault + header.public)
        while at < len(data):
            verdict = self.look(at, seq, prev, act)
            if verdict is not None:
                suspect, reason = verdict
                first = act[0].first if act else seq + 1
                if suspect and self.is_last(at, first, act):
                    self.is_torn = True
                else:
                    self.problem = Refused("damaged", reason, seq + 1)
                return
            frame = Frame(data, at)
            act.append(frame)
            seq, prev, at = frame.seq, sha256(frame.bytes), at + frame.length
            if len(act) == frame.count:
                self.frames += act
                act = []
        self.is_torn = bool(act)

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
        before = act or self.frames
        if frame.epoch not in self.epochs or (before and frame.epoch < before[-1].epoch):
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

    def stop(self, frame, why):
        """The text of a frame is refused: its run and all that follows are left out."""
        self.frames = [earlier for earlier in self.frames if earlier.seq < frame.first]
        self.problem = Refused("damaged", why, frame.seq)
        self.is_torn = False

    def key_id(self, frame):
        mask = hmac.new(self.epochs[frame.epoch]["key-id"], frame.rnonce, hashlib.sha256).digest()
        return bytes(a ^ b for a, b in zip(frame.masked, mask))

    def text(self, frame, use):
        """What a frame says, under the key of a child or, without one, under `log-vault`."""
        epoch = self.epochs[frame.epoch]
        key = use.key if use else epoch["log-vault"]
        keys = derive(key, "rec", frame.rnonce, 44, salt=epoch["case-epoch"])
        text = unpad(unseal(keys, frame.bytes[104:-64], frame.bytes[:104] + self.header.vault))
        if text is None:
            raise ValueError("text")
        return Text(text, frame, use)


class Text:
    """The JSON of a frame: `entries` as values and as they stand, or `stubs`, the identities."""

    def __init__(self, text, frame, use):
        top, whole = json_object(text)
        self.frame, self.use, self.entries, self.stubs = frame, use, [], None
        if type(top["act"]) is not str or ("entries" in top) == ("stubs" in top):
            raise ValueError("act")
        name = "entries" if "entries" in top else "stubs"
        if not isinstance(top[name], list) or not top[name]:
            raise ValueError(name)
        if name == "entries":
            self.entries = list(elements(whole, member(whole, name)))
            for entry, _ in self.entries:
                self.check(entry, use)
        elif use is None or use.is_restricted:
            raise ValueError("stubs")
        else:
            self.stubs = [stub["id"] for stub in top[name]]
            if any(type(identity) is not str for identity in self.stubs):
                raise ValueError("stubs")

    @property
    def identities(self):
        return [entry["id"] for entry, _ in self.entries]

    @staticmethod
    def check(entry, use):
        words = ["id", "type", "by"] + ["child"] * bool(use) + ["group"] * ("group" in entry)
        if any(type(entry[name]) is not str for name in words):
            raise ValueError("words")
        if not is_moment(entry["occurredAt"]) or not is_moment(entry["recordedAt"]):
            raise ValueError("moment")
        if entry["child"] != use.child if use else "child" in entry:
            raise ValueError("child")
        body = entry["body"]
        if not isinstance(body, dict):
            raise ValueError("body")
        if not use and entry["type"] == "store-changed":
            number = body["generation"]
            if type(body["file"]) is not str or type(body["sha256"]) is not str or \
                    type(number) is not Number or not number.isdigit() or int(number) >> 64:
                raise ValueError("store-changed")


# keys


Use = collections.namedtuple("Use", "child is_restricted key")


def read_keys(data, header, epochs, seed):
    """By key ID: the child, whether it is the restricted key, and the key (None once erased)."""
    try:
        if data[:4] != b"MSK1" or \
                not is_signed(header.public, "keys-sig", header.vault + data[:-64], data[-64:]):
            raise ValueError("signature")
        (epoch,) = struct.unpack_from("<I", data, 12)
        own = derive(seed, "guardian-only", header.vault, salt=epochs[epoch]["guardian-epoch"])
        parts, at = [], 16
        for name, key in (("keys-a", epochs[epoch]["keyring"]), ("keys-g", own)):
            (length,) = struct.unpack_from("<I", data, at + 24)
            start, end = at + 28, at + 28 + length + 16
            if length % 4096 or end > len(data) - 64:
                raise ValueError("length")
            keys = derive(key, name, data[at:at + 24], 44)
            text = unpad(unseal(keys, data[start:end], data[:start] + header.vault))
            if text is None:
                raise ValueError(name)
            parts.append(json_object(text)[0])
            at = end
        if at != len(data) - 64:
            raise ValueError("trailing bytes")
        return uses(*parts)
    except (ValueError, KeyError, TypeError, AttributeError, struct.error):
        raise Refused("keys", "do not hold") from None


def uses(part_a, part_g):
    hidden = {from_hex(row["keyID"], 16): from_hex(row["key"], 32) for row in part_g["restricted"]}
    slots = {from_hex(row["slotID"], 16): from_hex(row["publicKey"], 32) for row in part_g["slots"]}
    if len(slots) != len(part_g["slots"]) or \
            not all(is_moment(row["since"]) for row in part_g["slots"] if row.get("since") is not None):
        raise ValueError("slots")
    if type(part_a.get("zone") or "") is not str:
        raise ValueError("zone")
    out, names = {}, 0
    for row in part_a["children"]:
        key_id, hidden_id = from_hex(row["keyID"], 16), from_hex(row["restrictedKeyID"], 16)
        key = None if row.get("key") is None else from_hex(row["key"], 32)
        is_erased = {"live": False, "held": False, "erased": True}[row["state"]]
        if any(type(text) is not str for text in [row["id"], row["ref"], *row["names"]]):
            raise ValueError("row")
        # A child has both keys or, erased, neither: nothing is passed over by mistake.
        if (key is None) != is_erased or (hidden_id not in hidden) != is_erased:
            raise ValueError("key")
        out[key_id] = Use(row["id"], False, key)
        out[hidden_id] = Use(row["id"], True, hidden.get(hidden_id))
        names += 2
    if len(out) != names or bytes(16) in out or len(hidden) != len(part_g["restricted"]):
        raise ValueError("key ID")
    return out


def candidates(folder, name):
    files = (read_file(folder, candidate) for candidate in (name, name + ".new", name + ".bak"))
    return [data for data in files if data is not None]


def find_keys(folder, named, is_damaged, opened):
    """The file that the log names; where the log is damaged, any that opens and is not older."""
    files = candidates(folder, "keys")
    for data in files:
        if sha256(data).hex() == named["sha256"]:
            return read_keys(data, *opened)
    for data in files if is_damaged else []:
        try:
            keys = read_keys(data, *opened)
        except Refused:
            continue
        if struct.unpack_from("<Q", data, 4)[0] >= int(named["generation"]):
            return keys
    raise Refused("keys", "none is the one that the log names")


# Reading


Reading = collections.namedtuple("Reading", "lines problem is_torn")
BAD_TEXT = (ValueError, KeyError, TypeError, AttributeError, IndexError)


def read(folder, stretch):
    """Every line that can be read, and where that ends; `stretch` makes scrypt's output for a header.

    Raises where nothing can be read.
    """
    doors = Doors(folder)
    door = doors.open(stretch)
    data = read_file(folder, "log")
    if data is None:
        raise Refused("log", "it cannot be read")
    for _ in range(5):
        log = Log(data, door.header, door.epochs)
        of_no_child, named = read_names(log, door)
        name = named["header"]
        if name["sha256"] == door.digest:
            break
        other = doors.named(name, door.header)
        if other is not None:
            door = doors.unlock(other)
        elif log.problem and door.header.generation >= int(name["generation"]):
            break
        else:
            raise Refused("header", "none is the one that the log names")
    else:
        raise Refused("header", "none is the one that the log names")
    if "keys" not in named:
        raise Refused("damaged", "nothing names keys", 1)
    opened = (door.header, door.epochs, door.seed)
    keys = find_keys(folder, named["keys"], log.problem is not None, opened)
    lines = read_lines(log, keys, of_no_child)
    return Reading(lines, log.problem, log.is_torn)


def read_names(log, door):
    """The texts of no child, and what they last say of `header` and `keys`."""
    texts = {}
    for frame in log.frames:
        if log.key_id(frame) == bytes(16):
            try:
                texts[frame.seq] = log.text(frame, None)
            except BAD_TEXT:
                log.stop(frame, "text")
                break

    def names():
        named, seqs = {}, {}
        for frame in log.frames:
            for entry, _ in texts[frame.seq].entries if frame.seq in texts else []:
                if entry["type"] == "store-changed":
                    named[entry["body"]["file"]] = entry["body"]
                    seqs[entry["body"]["file"]] = frame.seq
        return named, seqs.get("header", 0)

    named, header_at = names()
    if named.get("header", {}).get("sha256") == door.digest:
        for frame in log.frames:
            if frame.seq > header_at and frame.epoch != door.header.epoch:
                log.stop(frame, "epoch")
                named, _ = names()
                break
    if "header" not in named:
        raise Refused("damaged", "nothing names header", 1)
    return texts, named


def read_lines(log, keys, of_no_child):
    """The lines of all frames; what is restricted is believed once its stubs follow."""
    lines, hidden = [], None
    for frame in log.frames:
        if hidden and frame.index == 0:
            break
        try:
            use = None if frame.seq in of_no_child else keys[log.key_id(frame)]
            if use and use.key is None:  # erased
                if hidden:
                    break
                continue
            text = log.text(frame, use) if use else of_no_child[frame.seq]
        except BAD_TEXT:
            log.stop(frame, "text")
            hidden = None
            break
        if hidden:
            if use is None or use.child != hidden.use.child or text.stubs != hidden.identities:
                break
            hidden = None
        elif text.stubs is not None:
            log.stop(frame, "stubs")
            break
        elif use and use.is_restricted:
            hidden = text
        lines += [(frame.seq, line) for _, line in text.entries]
    if hidden:
        log.stop(hidden.frame, "stubs")
    good = {frame.seq for frame in log.frames}
    return [line for seq, line in lines if seq in good]


def typed_secret(file):
    """What the person types, or the first line of a file."""
    if file is None:
        return getpass.getpass("Passphrase or recovery key: ")
    with open(file, encoding="utf-8", newline="") as opened:
        return re.split("[\r\n]", opened.read(65536))[0]


def say(sentence):
    print("read_record: " + sentence, file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description="Print every entry of a record, one JSON a line.")
    parser.add_argument("folder", help="the record's folder")
    parser.add_argument("--passphrase-file", metavar="FILE", help="ask nothing: take its first line")
    arguments = parser.parse_args()
    try:
        Doors(arguments.folder)  # before anything is asked
        typed = typed_secret(arguments.passphrase_file)
        reading = read(arguments.folder, lambda header: header.stretch(typed))
        sys.stdout.buffer.writelines(line.encode() + b"\n" for line in reading.lines)
        sys.stdout.buffer.flush()
    except WrongPassphrase:
        say("that is not the passphrase or the recovery key of this record.")
        return 3
    except NoRecord:
        say("there is no record in this folder: no file `header` that can be read.")
        return 4
    except Refused as why:
        reading = Reading([], why, False)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 1
    except MemoryError:
        say("this computer has not enough memory: a passphrase can need 1 GiB.")
        return 1
    except Exception as fault:  # its words may be the record's: only its kind is said
        say("it could not be done (%s)." % type(fault).__name__)
        return 1
    if reading.is_torn:
        say("a save at the end was cut short, had never said Saved, and is left out.")
    if reading.problem is None:
        return 0
    place = "" if reading.problem.seq is None else " from number %d on" % reading.problem.seq
    say("refused: %s%s (%s). %d lines were good." %
        (reading.problem.what, place, reading.problem.why, len(reading.lines)))
    return 5


if __name__ == "__main__":
    sys.exit(main())
