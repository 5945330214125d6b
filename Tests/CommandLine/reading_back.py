"""Answers searches over the exported JSON, by the documented rules and without our code.

The rules: README ("Searching"), the help of `mainstay search`, and the comments that say how text is
folded. Nothing here is read from the program but its export.
"""
import collections
import datetime
import unicodedata
import zoneinfo

LONDON = zoneinfo.ZoneInfo("Europe/London")

# Letters that Unicode does not take apart but that people type without their stroke or dots.
UNIFIED = {
    "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t", "ſ": "s", "ß": "ss",
    "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ",
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ھ": "ه", "ہ": "ه", "ە": "ه", "ک": "ك",
}


def is_alone(letter):
    """Han and kana are written without spaces: each is a word."""
    code = ord(letter)
    return (0x3400 <= code <= 0x9FFF or 0x3041 <= code <= 0x30FF or 0xF900 <= code <= 0xFAFF
            or 0x20000 <= code <= 0x3FFFF or code in (0x3005, 0x3006, 0x3007))


def fold(text):
    """The folded words of a text, in order."""
    words, word = [], ""
    for letter in text:
        category = unicodedata.category(letter)
        if category[0] == "M" or letter == "\u0640" or (category == "Cf" and letter != "\u200b"):
            continue
        if category == "Nd":
            piece = str(unicodedata.digit(letter))
        elif category[0] == "L" or category == "Nl":
            parts = unicodedata.normalize("NFD", letter.lower())
            piece = "".join(UNIFIED.get(p, p) for p in parts if unicodedata.category(p)[0] != "M")
        elif letter == "_":
            piece = "_"
        else:
            piece = ""
        if not piece or is_alone(letter):
            if word:
                words.append(word)
            word = ""
            if piece:
                words.append(piece)
        else:
            word += piece
    return words + ([word] if word else [])


def spaced(text):
    return text.replace("-", " ").replace("_", " ")


# --- What an entry is found by -----------------------------------------------------------------

ROLES = {
    "sw": "social worker", "tm": "team manager", "la": "council", "edt": "emergency duty team",
    "mash": "MASH", "iro": "IRO", "pa": "personal adviser", "carer": "carer",
    "keyworker": "key worker", "police": "police", "cps": "CPS", "ho": "Home Office",
    "sca": "competent authority", "lawyer": "solicitor", "court": "court", "school": "school",
    "college": "college", "health": "health", "gp": "GP", "camhs": "CAMHS",
    "interpreter": "interpreter", "ictg": "ICTG service", "parent": "parent", "friend": "friend",
    "other": "somebody else",
}
ROLE_WORDS = dict({role: role for role in ROLES}, sol="lawyer", solicitor="lawyer", mum="parent",
                  mother="parent", dad="parent", father="parent")

# Fields of the body whose words find it; "last seen by" and "ref" are written before some of them.
WORDS = {
    "flag-raised": ["topic", "observation", "concern"], "flag-responded": ["what"],
    "flag-reviewed": ["closedBecause"], "asked-of": ["text", "name"],
    "asked-chased": ["whom", "how"], "asked-answered": ["answer"], "promise-made": ["text"],
    "promise-kept": ["note"], "promise-not-kept": ["toldWhy"], "promise-released": ["said"],
    "reminder-set": ["text"], "reminder-done": ["note"], "appointment-set": ["what", "with"],
    "appointment-kept": ["note"], "appointment-missed": ["why"], "person-added":
    ["name", "organisation", "note"], "placed": ["kind", "place", "carers", "whyNot"],
    "placement-ended": ["why"], "plan-made": ["text", "stepDown"], "referred": ["text", "caller"],
    "decision-recorded": ["title", "note"], "decision-answered": ["what", "reference"],
    "liberty-changed": ["byWhom", "note"], "located": ["text"], "returned": ["condition", "text"],
    "heard-from": ["text"], "episode-closed": ["why"], "next-act-agreed": ["what"],
    "rhythm-agreed": ["reason", "with"], "shared": ["what", "why"], "watch-set": ["why"],
    "watch-ended": ["why"], "closed": ["why", "childsView", "heldBy"], "removed": ["why"],
    "interpreter-concern": ["who", "what"],
}

# Fields that name a person, and the one that says what they are.
PEOPLE = {
    "person-added": (["name", "organisation"], "role"), "asked-of": (["name"], "owedBy"),
    "asked-chased": (["whom"], None), "missing-step": (["whom"], "role"),
    "next-act-agreed": ([], "owedBy"), "heard-from": (["through"], "role"),
    "located": (["byWhom"], None), "returned": (["seenBy"], None),
    "missing-started": (["lastSeenBy", "noticedBy"], None), "episode-closed": (["byWhom"], None),
    "interview": (["by"], None), "shared": (["to"], "role"), "flag-raised": (["seenBy"], None),
    "flag-responded": ([], "owedBy"), "liberty-changed": (["byWhom"], None),
    "decision-recorded": ([], "owedBy"), "decision-answered": ([], "by"),
    "referred": (["caller"], "role"), "appointment-set": (["with"], None),
    "rhythm-agreed": (["with"], None), "safe-contact-agreed": (["heldBy"], None),
    "closed": (["heldBy"], None),
}

MISSING = {"missing-started", "missing-step", "next-act-agreed", "heard-from", "located",
           "returned", "episode-closed"}
GROUPS = {
    "contact": {"contact-made"}, "flag": {"flag-raised"}, "response": {"flag-responded"},
    "promise": {"promise-made", "promise-kept", "promise-not-kept", "promise-released"},
    "asked": {"asked-of", "asked-chased", "asked-answered"}, "placed": {"placed", "placement-ended"},
    "reminder": {"reminder-set", "reminder-done", "reminder-snoozed", "reminder-cancelled"},
    "appointment": {"appointment-set", "appointment-kept", "appointment-missed"},
    "decision": {"decision-recorded", "decision-answered"}, "liberty": {"liberty-changed"},
    "person": {"person-added"}, "amended": {"amended"}, "removed": {"removed"},
    "missing": MISSING, "interview": {"interview"}, "described": {"child-described"},
    "plan": {"plan-made"},
}


class Entry:
    """One line of the export, and what a search asks of it."""

    def __init__(self, place, line):
        self.place, self.id, self.type = place, line["id"], line["type"]
        self.child = line.get("child")
        self.act = (self.child, line["recordedAt"], line["by"])
        outer = line["body"]
        self.of = outer.get("of") if self.type in ("amended", "removed") else None
        self.said = outer.get("bodyType") if self.type == "amended" else None
        self.body = outer["body"] if self.type == "amended" else outer
        self.kind = self.said or self.type
        self.occurred = datetime.datetime.fromisoformat(line["occurredAt"])
        self.moved = outer.get("happenedAt") if self.type == "amended" else None
        if isinstance(self.moved, str):
            self.moved = datetime.datetime.fromisoformat(self.moved)
        self.is_restricted = "restricted" in self.body
        self.words = fold(self.text())

    def text(self):
        body, kind = self.body, self.kind
        if kind == "contact-made":
            text = body["text"]
            parts = [text] + [q["text"] for q in body.get("words", []) if q["text"] not in text]
            if body.get("opinion", "") not in text:
                parts.append(body["opinion"])
            parts += body.get("question", []) + body.get("tags", [])
            parts.append(body.get("partyName"))
        elif kind == "allocated":
            known = body.get("conflict")
            value = {True: "yes", False: "no"}.get((known or {}).get("value"))
            parts = [f"conflict of interest: {value or spaced(known.get('state', 'unknown'))}"
                     if known else None, body.get("note")]
        elif kind == "child-described":
            own = body["field"] in ("name", "known-as", "own-script")
            parts = [] if own else [body["value"].get("value"), body.get("dialect")]
        elif kind == "missing-started":
            seen = body.get("lastSeenBy")
            parts = [body.get("text"), f"last seen by {seen}" if seen else None,
                     body.get("clothing")]
        elif kind == "missing-step":
            role, reference = body.get("role"), body.get("reference")
            the = "a " if role == "parent" else "" if role in ("mash", "camhs", "health") else "the "
            parts = [the + ROLES[role] if role and role not in ("other", "friend") else
                     {"other": "somebody else", "friend": "a friend"}.get(role),
                     body.get("whom"), f"ref {reference}" if reference else None, body.get("text")]
            if role == "mash":
                parts[0] = "the MASH"
        elif kind == "safe-contact-agreed":
            held = body.get("heldBy")
            parts = [body.get("how"), body.get("hours"), f"held also by {held}" if held else None,
                     "no voicemail" if body.get("noVoicemail") else None]
        elif kind == "interview":
            parts = [value for _, value in sorted((body.get("fields") or {}).items())]
        elif kind == "reminder-set" and body.get("repeatsNote"):
            parts = []
        else:
            parts = [body.get(name) for name in WORDS.get(kind, [])]
            if kind == "flag-raised":
                parts[0] = spaced(parts[0])
        return "\n".join(part for part in parts if part)

    def people(self):
        """Each name, and each word for a role, as folded words."""
        body, names, roles = self.body, [], []
        if self.kind == "contact-made":
            names, roles = [body.get("partyName")], [body.get("partyRole")]
            for company in body.get("with", []):
                names.append(company)
                roles.append(ROLE_WORDS.get(" ".join(fold(company))))
            for quote in body.get("words", []):
                (roles if quote["by"] in ROLES else names).append(quote["by"])
            if "interpreter" in body:
                names.append(body["interpreter"].get("id"))
                roles.append("interpreter")
        elif self.kind == "placed":
            names, roles = [body.get("carers")], ["carer" if body.get("carers") else None]
        elif self.kind == "interpreter-concern":
            names, roles = [body.get("who")], ["interpreter"]
        elif self.kind in PEOPLE:
            fields, role = PEOPLE[self.kind]
            names, roles = [body.get(name) for name in fields], [body.get(role) if role else None]
        people = [fold(name) for name in names if name]
        for role in roles:
            if role in ROLES:
                people += [fold(word) for word, its in ROLE_WORDS.items() if its == role]
                people.append(fold(ROLES[role]))
        return people

    def is_of(self, kind):
        if self.kind == "contact-made" and self.body["kind"] == kind:
            return True
        types = GROUPS.get(kind, {kind})
        return self.type in types or self.said in types

    def counts(self):
        """Whether the child was seen, and seen alone (entries.md, "What counts as contact")."""
        body = self.body
        remote = ("call", "video", "message", "text", "email")
        if (self.kind != "contact-made" or body["party"] != "child"
                or body["kind"] in remote + ("attempt", "letter")):
            return False, False
        seen = body.get("seen")
        if seen is None:
            alone = body.get("alone") and body["kind"] in ("visit", "office", "travel")
            seen = body["kind"] in ("visit", "office") or bool(alone)
        return seen, seen and body.get("alone") is True

    def is_significant(self):
        body = self.body
        if self.kind in ("child-opened", "referred", "allocated", "closed", "reopened", "placed",
                         "placement-ended", "missing-started", "located", "returned", "interview",
                         "episode-closed", "decision-recorded", "decision-answered",
                         "liberty-changed"):
            return True
        if self.kind == "child-described" and body["field"] == "birth":
            return body.get("basis") == "assessed" or body["value"].get("state") == "disputed"
        if self.kind == "plan-made":
            return body["kind"] == "safety"
        if self.kind == "flag-raised":
            return (bool(body.get("urgent")) or body.get("kind") == "harm"
                    or body.get("nature") in ("self-harm", "injury", "allegation"))
        return self.kind == "contact-made" and "significant" in [
            " ".join(fold(tag)) for tag in body.get("tags", [])]


class Export:
    """The whole record, asked as `search` is asked."""

    def __init__(self, lines):
        self.entries = [Entry(place, line) for place, line in enumerate(lines)]
        self.by_id = {entry.id: entry for entry in self.entries}
        # What was typed with a restricted entry may repeat it: its whole act is hidden.
        hidden = {entry.act for entry in self.entries if entry.is_restricted}
        for entry in self.entries:
            entry.is_restricted = entry.act in hidden
        self.gone = set()
        for entry in reversed(self.entries):
            if entry.type == "removed" and entry.id not in self.gone:
                self.gone.add(entry.of)
        for entry in self.entries:
            about = self.by_id.get(entry.of)
            entry.root = about.root if about and entry.type == "amended" else entry
            entry.at = entry.moved or (about.at if about else entry.occurred)
            if about and entry.type == "amended" and not entry.moved:
                entry.at = entry.root.at
        self.standing = [entry for entry in self.entries
                         if entry.id not in self.gone and entry.root.id not in self.gone]
        self.significant = self.chronology()

    def chronology(self):
        latest = {}
        for entry in self.standing:
            latest[entry.root.id] = entry
        found = {root for root, entry in latest.items() if entry.is_significant()}
        for root, entry in latest.items():
            if (entry.kind == "flag-reviewed" and not entry.body["stillValid"]
                    and entry.body["of"] in found):
                found.add(root)
        for which in (0, 1):
            first = collections.defaultdict(list)
            for root, entry in latest.items():
                if entry.child and entry.counts()[which]:
                    first[entry.child].append((entry.at, self.by_id[root].place, root))
            found |= {min(meetings)[2] for meetings in first.values()}
        return found

    def answer(self, query):
        """Identities that are shown, newest first, and how many are only counted."""
        found = [entry for entry in self.standing if all(self.holds(entry, p) for p in query)]
        found.sort(key=lambda entry: (entry.at, entry.place), reverse=True)
        return ([entry.id for entry in found if not entry.is_restricted],
                sum(entry.is_restricted for entry in found))

    def holds(self, entry, piece):
        what, value = piece
        if what == "words":
            words, is_prefix = value
            return in_a_row(words, entry.words, is_prefix)
        if what == "in":
            return entry.child in value
        if what == "kind":
            return any(entry.is_of(kind) for kind in value)
        if what == "days":
            day = entry.at.astimezone(LONDON).date()
            return value[0] <= day <= value[1]
        if what == "who":
            return any(in_a_row(fold(name), person, False)
                       for name in value for person in entry.people())
        if what == "tag":
            return any(fold(spaced(tag)) == fold(spaced(mine))
                       for tag in value for mine in entry.body.get("tags", [])
                       if entry.kind == "contact-made")
        if what == "flag":
            return self.is_flagged(entry, value) or any(
                self.is_flagged(flag, value) and not flag.is_restricted
                and flag.body.get("from") == entry.root.id for flag in self.standing)
        assert what == "significant"
        return entry.root.id in self.significant

    @staticmethod
    def is_flagged(entry, topics):
        return entry.kind == "flag-raised" and any(
            fold(spaced(entry.body["topic"])) == fold(spaced(topic)) for topic in topics)


def in_a_row(words, text, is_prefix):
    """Whether folded words stand in a row among others; of a prefix, the last may go on."""
    for at in range(len(text) - len(words) + 1):
        there = text[at:at + len(words)]
        if there[:-1] == words[:-1] and (
                there[-1] == words[-1] or (is_prefix and there[-1].startswith(words[-1]))):
            return True
    return False
