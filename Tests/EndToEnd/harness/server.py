"""The executable under test: its commands, and a server on a data directory of its own."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
EXECUTABLE = Path(os.environ.get("PORTAL_SERVER", ROOT / ".build/server/release/PortalServer"))
ARTEFACTS = ROOT / "artefacts"

# The moment at which the demo of the tests is made and served: a Tuesday morning of school, after Chanteloup's 30 September.
NOW = "2026-11-03T09:00:00+01:00"


def run_command(*words, timeout=120):
    """Runs one command of the executable to its end."""
    return subprocess.run([EXECUTABLE, *words], capture_output=True, text=True, timeout=timeout, cwd=ROOT)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`PortalServer serve` on a copy of a demo, so that what a test does there disturbs nobody else."""

    def __init__(self, demo, directory, name, now=NOW, environment=None, options=()):
        self.data = Path(directory) / "data"
        if not self.data.exists():
            shutil.copytree(demo, self.data)
        self.name = name
        self.now = now
        self.environment = environment or {}
        self.options = options
        self.port = free_port()
        self.process = None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self):
        ARTEFACTS.mkdir(exist_ok=True)
        return ARTEFACTS / f"server-{self.name}.log"

    def start(self):
        """Starts it and comes back once it answers."""
        words = [EXECUTABLE, "serve", "--data", self.data, "--port", str(self.port), *self.options]
        if self.now:
            words += ["--now", self.now]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=ROOT, env=os.environ | self.environment)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the server stopped at once:\n{self.log.read_text()[-2000:]}")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.02)
        raise AssertionError("the server does not listen after 20 seconds")

    def stop(self):
        """Asks it to stop, as systemd does, and waits for the end: it must be clean."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the server did not stop within 10 seconds of SIGTERM") from None
        finally:
            self.process = None
        assert status == 0, f"the server ended with {status}:\n{self.log.read_text()[-2000:]}"

    def kill(self):
        """Pulls the plug (kill -9)."""
        self.process.kill()
        self.process.wait()
        self.process = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
