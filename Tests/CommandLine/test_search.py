"""Searching: what `search` finds, an independent script finds in the exported JSON."""
import collections
import json
import random
import re
import unicodedata

import pytest
from reading_back import GROUPS, LONDON, Export, fold
from records import made_demo, write_notes

NOTES = [
    ("K61", "Lê Thị Hồng Nhung", "visit", "Gặp Nhung ở thư viện. Em nói: “con muốn đi học” và cười."),
    ("K61", None, "call", "Hàng xóm gọi lúc nửa đêm; chị Đào trả lời. Nhung ngủ yên."),
    ("K61", None, "text", unicodedata.normalize("NFD", "Em Nhung nhắn: đã về tới nhà, chị Đào đón.")),
    ("K62", "سامي الحسن", "visit", "قابلتُ سامي في المَدرسةِ وكان هادئًا. قال إنّه يُحبّ الرياضيّات."),
    ("K62", None, "call", "اتّصل سامي مساءً؛ أخوه أحمد بخير، وإلى الآن لا رسالة من المحامي."),
    ("K63", "Ardit Çela", "visit", "Arditi tha: «dua të shkoj në shkollë». Këpucët e reja, ngjyrë të kuqe."),
    ("K63", None, "message", "Gjyshja në Shkodër është mirë; çdo të diel flasin. Shkolla fillon të hënën."),
    ("K64", "王小明", "visit", "他在学校很好，老师说他喜欢数学。He showed me his notebook."),
    ("K64", None, "text", "他说：我到家了。"),
]

# What is typed in the corridor: flags, tags, other people's words, and two that are restricted.
TYPED = """
{0} visit 10:20 40m with:"Sara Bright",SW drew the market again #bus-pass #significant !second-phone >sw: chase PEP fri

{0} call 11:00 15m sounded tired, the tram was late #bus-pass sw:"she sleeps badly"

{0} lawyer call 10am 12m appeal lodged, the tram strike =priv !second-phone #bus-pass

{1} visit 09:15 30m alone int:vi/phone/LL3020 "I like the tram" !!bruise >>bring the bus pass thu

{1} police call 09:40 10m Sgt Bell has the plate =police
"""


# Asked besides the seeded ones, so that nothing hangs on the dice.
ALWAYS = [
    ("!second-phone", [("flag", ["second-phone"])]),
    ("!second-phone kind:visit", [("flag", ["second-phone"]), ("kind", ["visit"])]),
    ("!unknown-car", [("flag", ["unknown-car"])]),
    ("#bus-pass", [("tag", ["bus-pass"])]),
    ('who:"Sara Bright"', [("who", ["Sara Bright"])]),
    ("with:sw,carer", [("who", ["sw", "carer"])]),
    ("is:significant", [("significant", None)]),
    ("kind:amended", [("kind", ["amended"])]),
    ("kind:removed", [("kind", ["removed"])]),
    ("kind:missing,interview", [("kind", ["missing", "interview"])]),
]


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """The demo, with made-up notes in four scripts: the record, its export, its refs."""
    record = made_demo(tmp_path_factory.mktemp("search"))
    rows = [
        {"ref": ref, "at": f"2026-11-{number + 2:02}T{9 + number:02}:15", "kind": kind, "body": body}
        | ({"name": name} if name else {})
        for number, (ref, name, kind, body) in enumerate(NOTES)
    ]
    done = record.json("import", "notes", write_notes(record.folder / "notes.jsonl", rows))
    assert (done["kept"], done["refused"]) == (len(NOTES), []), done
    record.run("note", "--each", stdin=TYPED.format("K12", "K61").strip() + "\n")
    lines = [json.loads(line) for line in record.run("export", "jsonl")[0].splitlines()]
    refs = {}
    for item in record.json("timeline")["entries"]:
        if item.get("ref"):
            refs[item["id"]] = item["ref"]
    children = {refs[line["id"]]: line["child"] for line in lines if line["id"] in refs}
    return record, Export(lines), children


def bare(text):
    """Without marks, as somebody in a hurry types: `duc` for Đức, no Arabic vowels."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(p for p in parts if unicodedata.category(p) != "Mn")


class Questions:
    """Seeded questions: each the line to type and what it asks, in words of the script's own."""

    def __init__(self, export, children, seed):
        self.dice = random.Random(seed)
        self.export, self.children = export, children
        self.refs = {child: ref for ref, child in children.items()}
        self.written = [entry for entry in export.entries if entry.text()]
        self.marked = [entry for entry in self.written if entry.text() != bare(entry.text())]

    def ask(self):
        is_marked = self.dice.random() < 0.6
        entry = self.dice.choice(self.marked if is_marked else self.written)
        shapes = [
            [self.word], [self.word], [self.word, self.word], [self.prefix], [self.phrase],
            [self.phrase], [self.phrase, self.prefix], [self.kind], [self.child], [self.day],
            [self.since, self.kind], [self.until, self.word], [self.who], [self.who, self.kind],
            [self.tag], [self.flag], [self.flag, self.kind], [self.significant, self.child],
            [self.significant, self.since], [self.child, self.kind, self.word],
            [self.prefix, self.since, self.kind], [self.word, self.foreign],
        ]
        shape = self.dice.choice(shapes[:7] + shapes[-3:] if is_marked else shapes)
        pieces = [piece for make in shape if (piece := make(entry))]
        self.dice.shuffle(pieces)
        return " ".join(line for line, _ in pieces), [asked for _, asked in pieces]

    def raw(self, entry):
        pattern = r"[\s\"“”„«».,;:!?()…]+"
        return [word for word in re.split(pattern, entry.text()) if fold(word) and word[0] not in "#!"]

    def word(self, entry):
        words = [word for word in self.raw(entry) if "*" not in word]
        # What has marks is what is worth asking with and without them.
        marked = [word for word in words if word != bare(word)]
        chosen = marked if marked and self.dice.random() < 0.7 else words
        return self.one(self.dice.choice(chosen), False) if words else None

    def prefix(self, entry):
        words = self.raw(entry)
        marked = [word for word in words if word != bare(word)]
        word = self.dice.choice(marked or words or ["sett"])
        return self.one(word[:self.dice.randint(1, len(word))], True)

    @staticmethod
    def one(word, is_prefix):
        words = fold(word)
        return (word + "*" * is_prefix, ("words", (words, is_prefix))) if words else None

    def foreign(self, entry):
        return self.word(self.dice.choice(self.written))

    def phrase(self, entry):
        words = self.raw(entry)
        at = self.dice.randrange(max(1, len(words) - 1)) if words else 0
        text = " ".join(words[at:at + self.dice.randint(2, 3)])
        if not fold(text):
            return None
        left, right = self.dice.choice(['""', "“”", "„“"])
        return left + text + right, ("words", (fold(text), False))

    def kind(self, entry):
        mine = entry.body["kind"] if entry.kind == "contact-made" else entry.kind
        kinds = [mine] if mine != "other" else ["contact"]
        kinds = [next((name for name, types in GROUPS.items() if kind in types), kind)
                 if self.dice.random() < 0.5 else kind for kind in kinds]
        if self.dice.random() < 0.3:
            kinds.append(self.dice.choice(["visit", "flag", "amended", "missing", "promise"]))
        return "kind:" + ",".join(kinds), ("kind", kinds)

    def child(self, entry):
        if entry.child is None:
            return None
        names = {"K61": "nhung", "K62": "سامي", "K63": "çela", "K64": "王小明", "K12": "thanh"}
        ref = self.refs[entry.child]
        value = names.get(ref, ref) if self.dice.random() < 0.5 else ref.lower()
        return self.dice.choice(["in:", "child:"]) + value, ("in", [entry.child])

    def today(self, entry):
        return entry.at.astimezone(LONDON).date()

    def day(self, entry):
        day = self.today(entry)
        return f"on:{day}", ("days", (day, day))

    def since(self, entry):
        day = self.today(entry)
        return f"since:{day}", ("days", (day, day.max))

    def until(self, entry):
        day = self.today(entry)
        return f"until:{day}", ("days", (day.min, day))

    def who(self, entry):
        people = [person for other in self.dice.sample(self.written, 40) for person in
                  other.people()]
        person = " ".join(self.dice.choice(people or [["sara"]]))
        quoted = f'"{person}"' if " " in person else person
        return self.dice.choice(["with:", "who:"]) + quoted, ("who", [person])

    def tag(self, _):
        tag = self.dice.choice(["bus-pass", "monthly", "significant", "bus"])
        return "#" + tag, ("tag", [tag])

    def flag(self, _):
        topics = sorted({entry.body["topic"] for entry in self.export.entries
                         if entry.kind == "flag-raised"})
        topic = self.dice.choice(topics)
        return "!" + topic.replace(" ", "-"), ("flag", [topic])

    def significant(self, _):
        return "is:significant", ("significant", None)


def test_search_agrees_with_an_independent_script_over_the_export(read):
    record, export, children = read
    questions = Questions(export, children, seed=20261122)
    asked = list(ALWAYS)
    while len(asked) < 200 + len(ALWAYS):
        line, pieces = questions.ask()
        if pieces:
            asked += [(line, pieces), (bare(line), pieces)]
    out, _ = record.run("search", "--each", "--json", stdin="\n".join(line for line, _ in asked))
    documents = [json.loads(line) for line in out.splitlines()]
    assert [document["query"] for document in documents] == [line for line, _ in asked]
    tally = collections.Counter()
    for (line, pieces), document in zip(asked, documents):
        shown, restricted = export.answer(pieces)
        found = [hit["id"] for hit in document["hits"]]
        assert found == shown, (line, pieces, set(found) ^ set(shown))
        assert document["count"] == len(shown), line
        assert document.get("restricted", 0) == restricted, line
        tally["found"] += bool(shown)
        tally["nothing"] += not shown
        tally["restricted"] += bool(restricted)
        tally["marks"] += line != bare(line)
        tally[pieces[0][0]] += 1
    print(dict(tally))
    # The questions are worth asking: many find something, some find nothing, some only count.
    assert tally["found"] > 100 and tally["nothing"] > 5
    assert tally["restricted"] > 10 and tally["marks"] > 40
    assert {"words", "in", "kind", "days", "who", "tag", "flag", "significant"} <= set(tally)


def test_a_search_of_its_own_says_what_one_line_of_many_says(read):
    record, export, children = read
    questions = Questions(export, children, seed=7)
    lines = [line for line, pieces in (questions.ask() for _ in range(8)) if pieces]
    out, _ = record.run("search", "--each", "--json", stdin="\n".join(lines))
    for line, document in zip(lines, out.splitlines()):
        assert record.json("search", stdin=line) == json.loads(document)


def test_a_filter_that_is_not_understood_exits_2_and_says_why(read):
    record, _, _ = read
    out, err = record.run("search", "--json", stdin="kind:vist in:nhun on:31/2 tram", status=2)
    document = json.loads(out)
    assert (document["count"], document["hits"], document["error"]["kept"]) == (0, [], False)
    assert [problem["code"] for problem in document["problems"]] == [
        "no-such-kind", "no-such-child", "no-such-date"]
    assert document["problems"][0]["near"] == ["visit"]
    assert document["problems"][1]["near"] == ["K61"]
    assert "not understood" in err and "nhun" not in err.lower()
    out, err = record.run("search", stdin="kind:vist", status=2)
    assert "kind:vist is no kind; near: visit" in out and "vist" not in err
    # In quotation marks it is words.
    assert record.json("search", stdin='"kind:vist"')["count"] == 0


def test_the_timeline_leaves_the_chronology_and_nothing_else(read):
    record, export, children = read
    whole = record.json("timeline", "K12")
    document = record.json("timeline", "K12", "--significant")
    ids = {item["id"] for item in document["entries"]}
    expected = {entry.id for entry in export.standing
                if entry.child == children["K12"] and entry.root.id in export.significant}
    assert ids == expected and len(ids) > 15
    assert document["entries"] == [item for item in whole["entries"] if item["id"] in ids]
