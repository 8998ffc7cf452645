"""Fixtures of the journeys: the executable, a demo that it serves, and browsers on it."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVER = Path(os.environ.get("PORTAL_SERVER", ROOT / ".build/release/PortalServer"))


@pytest.fixture(scope="session")
def portal_server():
    """Runs one command of the executable to its end."""

    def run(*words, timeout=120):
        return subprocess.run([SERVER, *words], capture_output=True, text=True, timeout=timeout, cwd=ROOT)

    return run
