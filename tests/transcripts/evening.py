"""An evening that was minuted with its times, and what a machine made of the sound of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

DAY = datetime(2026, 5, 12)

TOML = """
body = "Parks Committee"
date = 2026-05-12
time = "18:30"
quorum = 2
members = [
    {name = "Ann Oak", role = "chair", group = "Civic"},
    {name = "Bob Elm", group = "Civic"},
    {name = "Cat Ash", group = "Residents"},
]
officers = [{name = "Jo Reed", title = "Ms", post = "Head of Parks"}]
items = [
    {number = 1, title = "Minutes of the last meeting"},
    {number = 2, title = "Bees", report_of = "Head of Parks", recommendations = "That hives be bought."},
    {number = 3, title = "Lease of the lodge", exempt = true, recommendations = "That the lodge be let."},
    {number = 4, title = "Benches", recommendations = "That benches be mended."},
]
"""

SCRIPT = """
:@18:30:10 open 18:30:10
:present all
:@18:31 take 1
:@18:32 minutes 2026-03-10
:@18:34 take 2
:@18:36 introduce reed
:@18:50 put
:@18:51 vote 2 1 0
:@18:55 exclude items=3 para=3
:@18:56 take 3
:@19:10 put
:@19:11 vote unanimous
:@19:20 readmit
:@19:21 take 4
:@19:40 put
:@19:41 vote unanimous
:@19:50 close 19:50
"""
"""Exempt business from 18:55 to 19:20; five minutes and more of silence on the record before 18:50 and after 19:21."""


class Said(NamedTuple):
    """What was said on the evening, and by whom as the machine has it."""

    at: datetime
    text: str
    speaker: str = "Speaker 1"
    lasts: float = 4.0


def at(clock: str) -> datetime:
    """A moment of the evening: "18:30:10"."""
    parts = [int(part) for part in clock.split(":")]
    return DAY + timedelta(hours=parts[0], minutes=parts[1], seconds=parts[2] if len(parts) > 2 else 0)


def talk(every: float = 10.0, begins: str = "18:25", ends: str = "19:55") -> list[Said]:
    """Something said every so many seconds, each time naming the hour, so that its place can be checked; what is said
    in the exempt session says so too."""
    said: list[Said] = []
    moment, last = at(begins), at(ends)
    while moment <= last:
        secret = at("18:55") <= moment <= at("19:20")
        word = "SECRET LODGE" if secret else "about the parks"
        said.append(Said(moment, f"It is {moment:%H:%M:%S} {word}", f"Speaker {1 + len(said) % 3}"))
        moment += timedelta(seconds=every)
    return said


def stamp(seconds: float, mark: str = ".") -> str:
    """A time as the formats have it: "01:02:03.500"."""
    whole, milli = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{mark}{milli:03}"


def points(said: Sequence[Said], began: datetime, rate: float = 1.0) -> list[tuple[float, float, Said]]:
    """Start and end of each in a recording that `began` then and whose second is `rate` seconds of the evening."""
    found = []
    for one in said:
        start = (one.at - began).total_seconds() / rate
        if start >= 0:
            found.append((start, start + one.lasts / rate, one))
    return found


def teams_vtt(said: Sequence[Said], began: datetime, rate: float = 1.0) -> str:
    """WebVTT as Teams gives it: a voice in each cue."""
    cues = [
        f"{stamp(start)} --> {stamp(end)}\n<v {one.speaker}>{one.text}</v>\n"
        for start, end, one in points(said, began, rate)
    ]
    return "WEBVTT\n\n" + "\n".join(cues)


def zoom_vtt(said: Sequence[Said], began: datetime, rate: float = 1.0) -> str:
    """WebVTT as Zoom gives it: numbered cues, the name before a colon, CRLF."""
    cues = [
        f"{number}\n{stamp(start)} --> {stamp(end)}\n{one.speaker}: {one.text}\n"
        for number, (start, end, one) in enumerate(points(said, began, rate), 1)
    ]
    return ("\ufeffWEBVTT\n\n" + "\n".join(cues)).replace("\n", "\r\n")


def srt(said: Sequence[Said], began: datetime, rate: float = 1.0) -> str:
    """SubRip."""
    return "\n".join(
        f"{number}\n{stamp(start, ',')} --> {stamp(end, ',')}\n{one.speaker}: {one.text}\n"
        for number, (start, end, one) in enumerate(points(said, began, rate), 1)
    )


def otter(said: Sequence[Said], began: datetime, rate: float = 1.0) -> str:
    """Plain text: who and when, and the words below."""
    return "\n".join(
        f"{one.speaker}  {int(start) // 60}:{int(start) % 60:02}  \n{one.text}\n"
        if start < 3600
        else f"{one.speaker}  {int(start) // 3600}:{int(start) // 60 % 60:02}:{int(start) % 60:02}\n{one.text}\n"
        for start, _, one in points(said, began, rate)
    )


def teams_docx(path: Path, said: Sequence[Said], began: datetime, rate: float = 1.0) -> None:
    """A Word document as Teams gives it: name and time, a line end, the words, in one paragraph."""
    from docx import Document

    document = Document()
    document.add_paragraph("Parks Committee-20260512_182500-Meeting Recording")
    document.add_paragraph("May 12, 2026, 6:25PM")
    document.add_paragraph("1h 30m 0s")
    for start, _, one in points(said, began, rate):
        paragraph = document.add_paragraph()
        run = paragraph.add_run(one.speaker)
        run.bold = True
        whole = int(start)
        hours = f"{whole // 3600}:{whole // 60 % 60:02}" if whole >= 3600 else f"{whole // 60}"
        paragraph.add_run(f"   {hours}:{whole % 60:02}").add_break()
        paragraph.add_run(one.text)
    document.save(str(path))
