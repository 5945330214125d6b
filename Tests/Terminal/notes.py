"""Twenty usual notes of one day, as a guardian types them, each key counted that is not prose.

A note is written as it is typed: `<tab>` and its like are one key each, and what stands in braces is
prose, which is the observation, the words of the act, and the word of a flag that no flag had before.
Everything else counts: the key that opens the bar, child, kind, time, minutes, alone, interpreter, the
flag with its topic, the sigils, the date of the act, every space around them, Enter.

Half of the notes are written as the contact ends, half in the evening, with their time.
"""
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
KEY = re.compile(r"<[a-z0-9-]+>|.", re.DOTALL)


class Note:
    """Where the guardian is, what is typed, and what it must become."""

    def __init__(self, place, ref, typed, kind, minutes, topic, words, act, day, owed="guardian", promise=False,
                 began=None):
        self.place, self.ref, self.typed, self.began = place, ref, typed, began
        self.kind, self.minutes, self.topic = kind, minutes, topic
        self.words, self.act, self.day, self.owed, self.promise = words, act, day, owed, promise

    def keys(self):
        """Every key beyond the prose."""
        return len(KEY.findall(re.sub(r"\{[^}]*\}", "", self.typed)))

    def prose(self):
        return sum(len(part) for part in re.findall(r"\{([^}]*)\}", self.typed))

    def sent(self):
        """What the terminal is sent, `{SINCE}` being a time so many minutes ago."""
        return re.sub(r"[{}]", "", self.typed)


def note(place, ref, typed, kind, minutes, topic, day, owed="guardian", promise=False, began=None):
    words, act = re.findall(r"\{([^}]*)\}", typed)[-2:]
    return Note(place, ref, typed, kind, minutes, topic, words, act, day, owed, promise, began)


# today: fresh on Today, no row moved to. row: on the child's row there. page: on the child's page.
# The others: on a row of that list. Search stands on the entry that was found.
DAY = [
    note("today", "K07", "na<tab>v 45m<tab>alone<tab>!t<tab>{calm, showed me the spirit level} "
         ">{chase the other room} fri<enter>", "visit", 45, "threat", "fri"),
    note("today", "K13", "nda<tab>v 1420 30<f3><tab>!s<tab>{sang on the stairs, stopped when I came} "
         ">{look for a choir} mon<enter>", "visit", 30, "sings-again", "mon", began="14:20"),
    note("today", "K14", ".no<tab>2pm 1h <f3><tab>!u<tab>{counted the cars at the gate} "
         ">{ask the school about the gate} tue<enter>", "visit", 60, "unknown-car", "tue", began="14:00"),
    note("today", "K10", "nb<tab>c 9m<tab>alone<tab>!d<tab>{he says it is paid now, he wanted to know who paid} "
         ">{ring the police about the game} wed<enter>", "call", 9, "debt", "wed"),
    note("page", "K07", "nv 50m<tab>alone<tab>!t<tab>{ate the whole plate} "
         ">{bring the drawing paper} thu<enter>", "visit", 50, "threat", "thu"),
    note("page", "K07", "nc 15m<tab>alone<tab>!t<tab>{rang to say the door locks} "
         ">>{ring him after school} mon<enter>", "call", 15, "threat", "mon", promise=True),
    note("page", "K10", "nv 1105 45<tab><f3><tab>!m<tab>{he gave me the account name himself} "
         ">{pass the account name to police} tue<enter>", "visit", 45, "message-in-the-game", "tue", began="11:05"),
    note("page", "K10", ".1210 20<f3><tab>!d<tab>{quiet, then asked for the ball} "
         ">s<tab>{fix the gym hour} fri<enter>", "visit", 20, "debt", "fri", owed="sw", began="12:10"),
    note("page", "K11", "nv 0940 40<tab><f3><tab>!{cold-room }{slept in his coat again} "
         ">{look at the heating} wed<enter>", "visit", 40, "cold-room", "wed", began="09:40"),
    note("page", "K14", "no<tab>35m<tab>alone<tab>!d<tab>{wrote the number of the bus on her hand} "
         ">{print the timetable} thu<enter>", "office", 35, "debt", "thu"),
    note("row", "K13", "nvc 25m<tab>alone<tab>!s<tab>{held the phone so I could see the hill} "
         ">{send the photograph} mon<enter>", "video", 25, "sings-again", "mon"),
    note("row", "K12", "nc 0310 12<tab><f3><tab>!u<tab>{a voice on a bad line, she said she was cold} "
         ">{tell the police the time} tue<enter>", "call", 12, "unknown-car", "tue", began="03:10"),
    note("timeline", "K07", "nv 0850 55<f3><tab>!t<tab>{drew the street with every window} "
         ">{keep the drawing safe} fri<enter>", "visit", 55, "threat", "fri", began="08:50"),
    note("timeline", "K10", "nc 10m<tab>alone<tab>!d<tab>{no new message since Sunday} "
         ">{read the game's rules} sat<enter>", "call", 10, "debt", "sat"),
    note("flags", "K13", "nv 1015 45<tab><f3><tab>!s<tab>{the song has a name now} "
         ">{learn the song's name} sun<enter>", "visit", 45, "sings-again", "sun", began="10:15"),
    note("flags", "K10", "nv SINCE-<tab>alone<tab>!m<tab>{three names on one sheet} "
         ">{copy the sheet} mon<enter>", "visit", 50, "message-in-the-game", "mon"),
    note("agenda", "K13", ".0730 30<tab><f3><tab>!s<tab>{walked to the bus with the pass} "
         ">{renew the pass} thu<enter>", "visit", 30, "sings-again", "thu", began="07:30"),
    note("agenda", "K14", "nc SINCE-<tab>alone<tab>!u<tab>{asked twice what day it is} "
         ">{a calendar for her wall} wed<enter>", "call", 50, "unknown-car", "wed"),
    note("search", "K11", "nv 0620 30<tab><f3><tab>!t<tab>{the radiator is warm} "
         ">{thank the landlord} fri<enter>", "visit", 30, "the-owner-came-by", "fri", began="06:20"),
    note("search", "K07", ".40m<tab>alone<tab>!t<tab>{slept through, says the carer} "
         ">{tell the carer well done} tue<enter>", "visit", 40, "threat", "tue"),
]

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def next_day(name, now):
    """The weekday that comes, never today."""
    ahead = (DAYS.index(name) - now.weekday() + 7) % 7 or 7
    return (now.date() + timedelta(days=ahead)).isoformat()


def last_time(clock, now):
    """When it was that time last."""
    hour, minute = map(int, clock.split(":"))
    today = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return today if today <= now else today - timedelta(days=1)


def now():
    return datetime.now(LONDON)
