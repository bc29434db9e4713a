"""The README's picture of a page of minutes: `python -m tests.pictures` takes it again.

It needs LibreOffice (`soffice`) and Poppler (`pdftoppm`) on the path. The pictures of the desk and of the chair's view
are snapshots, which their tests keep.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from exports.draft import draft
from screens.cli.forms import write_draft
from screens.cli.trying import sample, sample_meeting
from screens.house_styles import style_of
from tests.seed.playing import play

PAGE = Path(__file__).parents[1] / ".github" / "page-of-minutes.png"
NUMBER, DOTS = "2", "64"
"""Which page, and how many dots to an inch."""


def take() -> None:
    """Writes the sample evening as Word, and a page of that as the picture."""
    meeting = play(sample_meeting(), sample("meeting.txt"))
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "minutes.docx"
        write_draft(draft(meeting, style_of(meeting)), word)
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)], check=True)
        page = [*("-f", NUMBER, "-l", NUMBER, "-r", DOTS), "-gray", "-png", "-singlefile"]
        subprocess.run(["pdftoppm", *page, str(word.with_suffix(".pdf")), str(PAGE.with_suffix(""))], check=True)


if __name__ == "__main__":
    take()
