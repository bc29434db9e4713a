"""What holds for all tests."""

import os


def pytest_xdist_auto_num_workers() -> int:
    """Two workers more than there are processors: a good part of the tests wait, for a terminal, a database or a
    browser, and leave their processor free meanwhile."""
    return (os.cpu_count() or 1) + 2
