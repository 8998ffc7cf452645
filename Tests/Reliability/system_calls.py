"""Errors of the disk, injected by strace into the driver's own system calls: nothing is acknowledged that is not there, and a disk that
fails ends the process with a clear line."""

import random
import sys

from workshop.driver import Workshop
from workshop.report import Report

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5

# Call, error, and what the driver must do: end by itself, refuse and go on, or notice nothing.
CASES = [
    ("fdatasync", "EIO", "end"),
    ("fdatasync", "ENOSPC", "end"),
    ("fdatasync", "EINTR", "any"),
    ("pwrite64", "EIO", "end"),
    ("pwrite64", "ENOSPC", "refuse"),
    ("pwrite64", "EINTR", "nothing"),
    ("openat", "EIO", "any"),
    ("openat", "ENOSPC", "any"),
    ("openat", "EMFILE", "any"),
    ("openat", "EINTR", "any"),
]

# The first call that fails, counted in each thread: after the start, and early enough to be reached.
FIRST = {"fdatasync": (3, 15), "pwrite64": (20, 100), "openat": (1, 40)}

report = Report(f"erreurs du disque injectées par strace, {len(CASES)} sortes, {ROUNDS} fois chacune")
with Workshop() as shop:
    faults = shop.ledger.faults
    for call, error, expected in CASES:
        ended = refused = unstarted = 0
        for _ in range(ROUNDS):
            first = random.randint(*FIRST[call])
            when = f"{first}+" if expected == "end" else f"{first}..{first + 30}+{random.randint(1, 3)}"
            inject = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]
            before = shop.ledger.refused
            run = shop.run(1.5, before=inject)
            status = run.wait()
            ended += status == 74
            unstarted += status not in (0, 74)
            refused += shop.ledger.refused > before
            # A driver that could not open what it was given has begun nothing.
            if unstarted and call == "openat":
                faults[:] = [fault for fault in faults if not fault.startswith(("error open", "error unreachable"))]
            if status == 74 and not any(line.startswith("broken") for line in run.lines):
                faults.append(f"{call} {error}: ended without saying why")
            if expected == "end" and status != 74:
                faults.append(f"{call} {error} for ever: status {status} {run.errors()}")
            if expected in ("refuse", "nothing") and status != 0:
                faults.append(f"{call} {error} for a while: status {status} {run.lines[:2]}")
            if expected == "nothing" and shop.ledger.refused > before and not run.lines:
                faults.append(f"{call} {error}: refused")
            # The next one finds a disk in order, and every promise.
            if (status := shop.run(0.1).wait()) != 0:
                faults.append(f"after {call} {error}: status {status}")
        report.say(f"{call} {error} : arrêt net {ended} fois, demandes refusées {refused} fois, démarrage refusé {unstarted} fois")
    shop.last_check()
    report.ledger(shop.ledger)
    report.end(faults)
