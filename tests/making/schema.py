"""Makes `exports/data/meeting.schema.json` from the shapes: `python -m tests.making.schema`."""

import json
import sys
from pathlib import Path

from exports import data
from exports.data.shapes import schema

SCHEMA = Path(data.__file__).with_name("meeting.schema.json")


def written() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(written(), encoding="utf-8")
    sys.stdout.write(f"{SCHEMA}\n")
