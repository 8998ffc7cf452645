"""A disk that fills up while families book: writes are refused, reads go on, and both come back alone when there is room again."""

import subprocess
import sys
import time

from workshop.disk import filled, small_disk
from workshop.driver import Workshop
from workshop.report import Report

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 10


def count(run, word, since):
    return sum(moment > since for moment in run.said.get(word, []))


def wait_for(run, word, since, seconds=15):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit and run.process.poll() is None:
        if count(run, word, since) > 5:
            return True
        time.sleep(0.05)
    return False


report = Report(f"disque plein, {ROUNDS} fois, sur un tmpfs de 24 Mo")
report.skip_unless_root()
with small_disk() as disk, Workshop() as shop:
    # Only the portal itself is on the small disk.
    subprocess.run(["cp", "-a", shop.data, disk / "data"], check=True)
    shop.data = disk / "data"
    faults = shop.ledger.faults
    for _ in range(ROUNDS):
        run = shop.run(60)
        run.is_working.wait(30)
        time.sleep(0.3)
        with filled(disk):
            if not wait_for(run, "full", time.monotonic()):
                faults.append(f"no refusal on a full disk: {run.lines[-3:]} {run.process.poll()}")
            full = time.monotonic()
            time.sleep(0.5)
            # A confirmation is sent only after its family could be read.
            if not count(run, "try", full):
                faults.append("no reads on a full disk")
        if not wait_for(run, "ack", time.monotonic()):
            faults.append(f"nothing confirmed after there was room: {run.lines[-3:]} {run.process.poll()}")
        run.kill_after(0.1)
    shop.last_check()
    report.ledger(shop.ledger)
report.end(faults)
