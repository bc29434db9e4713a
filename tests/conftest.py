"""What holds for all tests."""

import os

import pytest

LONGEST = (
    "test_desk_june",
    "test_other_servers",
    "test_on_windows",
    "test_torture",
    "test_desk_key_table",
    "test_written_up_from_a_transcript",
    "test_wheel",
)
"""Files whose tests take longest, each of them many seconds."""


def pytest_xdist_auto_num_workers() -> int:
    """Two workers more than there are processors: a good part of the tests wait, for a terminal, a database or a
    browser, and leave their processor free meanwhile."""
    return (os.cpu_count() or 1) + 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest begin first: begun last, they are waited for by one worker while the others have nothing to do."""
    items.sort(key=lambda item: not any(f"/{name}.py" in item.nodeid for name in LONGEST))
