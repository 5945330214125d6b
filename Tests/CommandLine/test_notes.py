"""What a typed line becomes: never more than it says."""
import json

from records import Record, write_notes


def contact(record, ref, index=0):
    return record.json("timeline", ref)["entries"][index]


def test_words_in_prose_never_become_seen_or_alone(caseload):
    caseload.note("K03 call 10:00 she said she feels alone, has not seen the GP")
    entry = contact(caseload, "K03")
    assert entry["kind"] == "call"
    assert not entry.get("seen") and not entry.get("alone")
    assert "feels alone, has not seen the GP" in entry["text"]


def test_a_line_without_a_kind_is_not_kept_and_is_printed_back(caseload):
    line = "K03 she said she feels alone, has not seen the GP"
    before = caseload.log().read_bytes()
    out, err = caseload.run("note", stdin=line, status=4)
    assert line in out + err
    assert caseload.log().read_bytes() == before


def test_a_call_never_records_seen(caseload):
    caseload.note("K03 call 10:00 5m seen alone at the college", "--dry-run")
    kept = caseload.run("note", stdin="K03 call 10:00 5m seen at the college")
    assert kept
    assert not contact(caseload, "K03").get("seen")


def test_an_unknown_child_exits_4_with_near_names_and_the_text(caseload):
    line = "thnah call 14:20 10m voice flat"
    before = caseload.log().read_bytes()
    out, err = caseload.run("note", stdin=line, status=4)
    assert line in out + err and "Thanh" in out + err
    assert caseload.log().read_bytes() == before


def test_a_missing_child_who_rings_is_heard_from_and_stays_missing(demo):
    before = next(c for c in demo.json("today")["children"] if c["ref"] == "K12")
    assert before["group"] == "missing"
    demo.note('thanh call 10m int:vi "I am at the station" voice flat')
    row = next(c for c in demo.json("today")["children"] if c["ref"] == "K12")
    assert row["group"] == "missing"
    assert row["missing"] == before["missing"]
    assert row.get("lastSeen") == before.get("lastSeen")
    entry = next(e for e in demo.json("timeline", "K12")["entries"]
                 if e.get("text", "").find("station") >= 0)
    assert not entry["seen"] and not entry["alone"] and entry["heardFrom"]
    assert entry["words"][0] == {
        "by": "child", "text": "I am at the station", "through": "interpreter"
    }


def test_a_line_with_everything_puts_everything_in_its_place(caseload):
    line = ('thanh visit 14:20 45m alone int:vi "settled, asked about the solicitor" '
            "!second-phone >sw: chase PEP fri >>bring the bus pass thu")
    caseload.note(line)
    entry = contact(caseload, "K12")
    assert (entry["kind"], entry["minutes"], entry["seen"], entry["alone"]) == ("visit", 45, True, True)
    assert entry["interpreter"]["language"] == "vi"
    flags = caseload.json("flags")["flags"]
    assert [(f["ref"], f["topic"]) for f in flags] == [("K12", "second-phone")]
    due = caseload.json("due")["due"]
    asked = next(d for d in due if d["owedBy"] == "sw")
    assert "chase PEP" in asked["title"]
    promise = next(d for d in due if d.get("promise"))
    assert "bus pass" in promise["title"]
    assert caseload.json("verify")["ok"]


def test_dry_run_keeps_nothing(caseload):
    before = caseload.log().read_bytes()
    parsed = caseload.note("thanh visit 14:20 45m alone", "--dry-run")
    assert parsed["children"][0]["ref"] == "K12" and parsed["alone"] is True
    assert caseload.log().read_bytes() == before


def test_a_pasted_list_is_one_note_a_paragraph_and_what_asks_becomes_a_draft(caseload):
    pasted = ("K03 call 10:00 5m \"fine\"\nshe sounded tired\n\n"
              "thnah visit 9:00 alone\n\n  \nK12 visit 14:20 45m alone \"settled\"\n")
    document = json.loads(caseload.run("note", "--each", "--json", stdin=pasted, status=4)[0])
    assert (document["kept"], document["drafts"]) == (2, 1)
    assert [len(note["kept"]) for note in document["notes"]] == [1, 0, 1]
    assert "she sounded tired" in contact(caseload, "K03")["text"]
    assert contact(caseload, "K12")["alone"]
    assert len(list((caseload.vault / "drafts").iterdir())) == 1
    out, err = caseload.run("note", "--each", stdin=pasted, status=4)
    assert "2 of 3 kept, 1 put aside as drafts." in out and "thnah visit 9:00 alone" in out
    assert "Thanh" in out and "thnah" not in err


def test_a_dry_run_offers_what_was_the_same_last_time_and_never_seen_or_alone(caseload):
    caseload.note("K03 visit 10:00 40m alone int:ti/phone/LL4471 at:college calm")
    parsed = caseload.note("K03 visit 11:00 30m settled", "--dry-run")
    offers = {offer["code"]: offer for offer in parsed["offers"]}
    assert offers["same-place"]["text"] == "at:college"
    assert offers["same-interpreter"]["text"] == "int:ti/phone/LL4471"
    assert offers["same-place"]["line"] == "K03 visit 11:00 30m settled at:college"
    assert "alone" not in parsed and "place" not in parsed and "interpreter" not in parsed
    assert not any("alone" in o["text"] or "seen" in o["text"] for o in parsed["offers"])


def test_every_part_of_a_line_says_where_it_stands_and_what_is_wrong_with_it(caseload):
    line = "K03 visit 15:05-14:20 calm >ring the college 31 feb"
    out, _ = caseload.run("note", "--dry-run", "--json", stdin=line, status=4)
    parsed = json.loads(out)
    assert [p["code"] for p in parsed["problems"]] == ["ends-before", "no-such-date"]
    raw = line.encode()
    for problem in parsed["problems"]:
        assert raw[problem["from"]:problem["to"]].decode() == problem["token"]
    marked = {t["problem"]: raw[t["from"]:t["to"]].decode()
              for t in parsed["tokens"] if "problem" in t}
    assert marked == {"ends-before": "15:05-14:20", "no-such-date": ">ring the college 31 feb"}


def test_a_flag_by_itself_is_kept_without_a_contact(caseload):
    before = caseload.json("timeline", "K03")["entries"]
    caseload.note("K03 !bruise on the left arm, carer saw it")
    flag = caseload.json("flags")["flags"][0]
    assert (flag["topic"], flag["observation"]) == ("bruise", "on the left arm, carer saw it")
    known = {entry["id"] for entry in before}
    after = caseload.json("timeline", "K03")["entries"]
    assert [e["type"] for e in after if e["id"] not in known] == ["flag-raised"]


def test_a_note_takes_the_days_of_its_record_wherever_that_is(tmp_path):
    record = Record(tmp_path)
    record.run("init", "--zone", "Asia/Ho_Chi_Minh")
    notes = write_notes(tmp_path / "notes.jsonl", [
        {"ref": "K01", "name": "Lan Mẫu", "at": "2026-11-20T10:00", "kind": "visit", "body": "x"}])
    record.run("import", "notes", notes)
    record.note("K01 visit 00:30 45m settled")
    assert contact(record, "K01")["at"].endswith("T00:30:00+07:00")
