"""What the tests ran with: `python -m tests.constraints` writes `.ci/constraints.txt` anew from this environment.

Every package that clerk needs, with its `dev` extra, and whatever those need here.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution, version
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE = ROOT / ".ci" / "constraints.txt"


def needed() -> dict[str, str]:
    """What pyproject.toml asks for here, by name as a registry spells it, with the markers that it carries."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return {_name(line): line for line in asked if "win32" not in line}


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None, requirement
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def closure() -> dict[str, str]:
    """Each package, and those that it needs in turn, with the version that is installed."""
    from pip._vendor.packaging.requirements import Requirement

    wanted = [(name, Requirement(line).extras) for name, line in needed().items()]
    found: dict[str, str] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    while wanted:
        name, extras = wanted.pop()
        if (name, frozenset(extras)) in seen:
            continue
        seen.add((name, frozenset(extras)))
        found[name] = version(name)
        for line in distribution(name).requires or ():
            one = Requirement(line)
            if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in (*extras, "")):
                wanted.append((_name(one.name), one.extras))
    return dict(sorted(found.items()))


if __name__ == "__main__":
    FILE.write_text("".join(f"{name}=={one}\n" for name, one in closure().items()), encoding="utf-8")
