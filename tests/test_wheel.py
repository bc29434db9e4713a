"""What is installed: the four rooms and their data, and a sample meeting that plays wherever one stands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1]
ROOMS = ("clerk", "store", "exports", "screens")
DATA = {".toml", ".tcss", ".docx", ".txt", ".typed", ".typ", ".ttf", ".json", ".md", ".css", ".js", ".sql"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "copy"
    ignored = shutil.ignore_patterns(".git", ".*_cache", ".hypothesis", ".venv", "__pycache__")
    shutil.copytree(SOURCE, copy, ignore=ignored)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(copy)]
    built = subprocess.run(command, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_rooms_and_their_data_and_no_tests(wheel: Path) -> None:
    names = [name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name]
    assert {name.partition("/")[0] for name in names} == set(ROOMS)
    assert not [name for name in names if "test" in name.rpartition("/")[2] or "/tests/" in name]
    assert {Path(name).suffix for name in names} <= {".py", *DATA}


def test_the_wheel_lacks_nothing_of_the_rooms(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(SOURCE).as_posix()
        for room in ROOMS
        for path in (SOURCE / room).rglob("*")
        if path.suffix in {".py", *DATA}
    }
    assert wanted <= names
    assert {"exports/template.docx", "exports/styles/barnet.toml", "screens/sample/meeting.toml"} <= names


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    info = next(name.partition("/")[0] for name in archive.namelist() if ".dist-info/" in name)
    assert "clerk = screens.cli.main:main" in archive.read(f"{info}/entry_points.txt").decode()
    assert "Name: committee-clerk" in archive.read(f"{info}/METADATA").decode()
    assert f"{info}/licenses/LICENSE" in archive.namelist()


def test_an_installed_clerk_plays_its_sample_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "venv"
    venv.create(fresh, with_pip=False)
    paths = sysconfig.get_paths(vars={"base": str(fresh), "platbase": str(fresh)})
    packages = Path(paths["purelib"])
    # What clerk depends on is lent by the environment that runs the tests, so that no network is needed; after the
    # new environment's own packages, and without the .pth files that would bring in the checkout.
    (packages / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP"))},
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
        "CLERK_HOME": str(tmp_path / "home"),
        "PYTHONNOUSERSITE": "1",
    }
    install = [sys.executable, "-m", "pip", "--python", str(fresh), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--ignore-installed", str(wheel)], check=True, env=environment, cwd=tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    clerk = Path(paths["scripts"]) / ("clerk.exe" if os.name == "nt" else "clerk")
    ran = subprocess.run([clerk, "demo", "--check"], capture_output=True, text=True, env=environment, cwd=empty)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.endswith("All is well.\n")
    written = [Path(line.removeprefix("Written: ")) for line in ran.stdout.splitlines() if line.startswith("Written")]
    assert [path.suffix for path in written if path.is_file()] == [".docx", ".txt"]
    where = subprocess.run(
        [Path(paths["scripts"]) / "python", "-c", "import screens; print(screens.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=empty,
    )
    assert Path(where.stdout.strip()).is_relative_to(packages)
