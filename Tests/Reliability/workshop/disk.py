"""A small disk of one's own, that can be filled up."""

import contextlib
import os
import subprocess
import tempfile
from pathlib import Path


@contextlib.contextmanager
def small_disk(size="24m"):
    """A tmpfs; gives the folder where it is mounted."""
    with tempfile.TemporaryDirectory(prefix="portail-disque-") as place:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", place], check=True)
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)


@contextlib.contextmanager
def filled(disk):
    """Takes all the room that is left, to the last block; gives it back at the end."""
    with open(disk / "ballast", "wb", buffering=0) as file:
        for size in (1 << 20, 4096):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))
    try:
        yield
    finally:
        os.unlink(disk / "ballast")
