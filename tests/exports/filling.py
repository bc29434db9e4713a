"""Shows what each case of the table prints that is not yet expected: `python -m tests.exports.filling [--write]`."""

import re
import sys

from tests.exports.constructs import FOLDER, Case, cases, printed


def blank(case: Case) -> list[str]:
    """What the same meeting prints without the case's lines."""
    plain = Case(case.where, (), case.body, case.choices, case.bare, [":take 1"] if case.bare else [])
    return printed(plain)[0]


def main() -> None:
    """Fills every case that expects nothing."""
    for path in sorted(FOLDER.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        parts = re.split(r"(?m)^(?=== )", text)
        here = [case for case in cases() if case.where.startswith(f"{path.name}:")]
        done = [parts[0]]
        for part, case in zip(parts[1:], here, strict=True):
            try:
                found, constructs = printed(case)
            except ValueError as error:
                print(case.where, case.constructs, "FAILED", error)
                done.append(part)
                continue
            if missing := set(case.constructs) - constructs:
                print(case.where, "does not print", missing)
            if not case.expected:
                before = blank(case)
                new = [line for line in found if line not in before]
                part = part.rstrip("\n") + "\n" + "".join(f"> {line}\n" for line in new) + "\n"
            done.append(part)
        if "--write" in sys.argv:
            path.write_text("".join(done), encoding="utf-8")


if __name__ == "__main__":
    main()
