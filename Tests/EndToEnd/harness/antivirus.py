"""ClamAV's daemon with one signature of its own: the EICAR test file, which every antivirus takes for a virus and which does nothing."""

import shutil
import socket
import subprocess
import time

CLAMD = shutil.which("clamd", path="/usr/sbin:/usr/bin")
# In two parts, so that no antivirus takes this file for one.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd:
    """A daemon on a socket of its own, started and stopped as the test wants."""

    def __init__(self, directory):
        self.socket = directory / "clamd.socket"
        self.process = None
        self.configuration = directory / "clamd.conf"
        signatures = directory / "signatures"
        signatures.mkdir()
        (signatures / "eicar.ndb").write_text(f"Eicar-Test-Signature:0:*:{EICAR.hex()}\n")
        self.configuration.write_text(f"DatabaseDirectory {signatures}\nLocalSocket {self.socket}\nForeground yes\nTemporaryDirectory {directory}\n")

    def start(self):
        """Comes back once it answers."""
        self.process = subprocess.Popen([CLAMD, f"--config-file={self.configuration}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"clamd stopped at once with {self.process.returncode}")
            with socket.socket(socket.AF_UNIX) as probe:
                if probe.connect_ex(str(self.socket)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("clamd does not answer after 30 seconds")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=10)
            self.process = None
