"""Starts the storage driver on a portal of its own, feeds it promises and reads what it says."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from workshop.ledger import Ledger

ROOT = Path(__file__).resolve().parents[3]
SERVER = Path(os.environ.get("PORTAL_SERVER", ROOT / ".build/server/release/PortalServer"))
DRIVER = Path(os.environ.get("STORAGE_DRIVER", ROOT / ".build/debug/StorageDriver"))
SLUG = "bondoufle"
NOW = "2026-11-03T09:00:00+01:00"


def make_data(folder):
    """A data folder with one demo portal, ready for the load."""
    demo = Path(folder) / "demo"
    words = [SERVER, "demo", "--data", demo, "--households", "60", "--seed", "1", "--now", NOW, "--definitions", ROOT / "Portals"]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    data = Path(folder) / "data"
    (data / "portals").mkdir(parents=True)
    shutil.copy(demo / "portals" / f"{SLUG}.sqlite", data / "portals")
    subprocess.run([DRIVER, "prepare", data, SLUG, NOW], check=True, stdout=subprocess.DEVNULL)
    return data


class Workshop:
    """A temporary folder with a data folder in it, and the ledger of what was promised there."""

    def __init__(self, within=None):
        self.folder = Path(tempfile.mkdtemp(prefix="portail-fiabilite-", dir=within))
        self.data = make_data(self.folder)
        self.ledger = Ledger()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, seconds, words=(), before=(), everything=False):
        """Starts the driver; it checks the ledger's promises, asks again what was not answered, and books."""
        return Run(self.data, self.ledger, seconds, words, before, everything)

    def last_check(self):
        """Every promise of all rounds, once more, and the file itself."""
        for _ in range(2):
            run = self.run(0.05, everything=True)
            status = run.wait()
        if status != 0:
            self.ledger.faults.append(f"the last check ended with {status}: {run.errors()}")
        if not (path := self.data / "portals" / f"{SLUG}.sqlite").exists():
            return
        with sqlite3.connect(path) as file:
            if (found := file.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
                self.ledger.faults.append(f"integrity_check: {found[:3]}")


class Run:
    def __init__(self, data, ledger, seconds, words, before, everything):
        command = [*before, DRIVER, "book", data, SLUG, NOW, str(seconds), *map(str, words)]
        self.ledger = ledger
        self.lines = []
        self.is_working = threading.Event()
        self.said = {}
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._stderr = []
        self._threads = [threading.Thread(target=self._read, daemon=True), threading.Thread(target=self._complaints, daemon=True)]
        promises = ledger.promises(everything)
        for thread in self._threads:
            thread.start()
        try:
            self.process.stdin.write(promises.encode())
            self.process.stdin.close()
        except BrokenPipeError:
            pass

    def _read(self):
        for line in self.process.stdout:
            if not line.endswith(b"\n"):
                continue
            line = line.decode().rstrip("\n")
            word = line.split(" ")[0]
            self.said.setdefault(word, []).append(time.monotonic())
            if word in ("broken", "error", "no", "full"):
                self.lines.append(line)
            self.ledger.read(line)
            if word == "checked":
                self.is_working.set()
        self.is_working.set()

    def _complaints(self):
        self._stderr = self.process.stderr.readlines()

    def kill_after(self, seconds):
        """Pulls the plug (kill -9) so long after the checks are done."""
        self.is_working.wait(30)
        time.sleep(seconds)
        self.process.kill()
        return self.wait()

    def wait(self, timeout=60):
        try:
            status = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.ledger.faults.append("the driver hung")
            status = self.process.wait()
        for thread in self._threads:
            thread.join()
        return status

    def errors(self):
        return b"".join(self._stderr).decode(errors="replace")[-500:]
