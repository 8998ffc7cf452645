"""What a program prints at its end, and its exit status."""

import os
import sys
import time


class Report:
    def __init__(self, title):
        self.title = title
        self.started = time.monotonic()
        print(f"── {title}", flush=True)

    def skip_unless_root(self):
        """A small disk of one's own is for root to mount."""
        if os.geteuid() != 0:
            self.say("sauté : il faut être root pour monter un petit disque")
            sys.exit(0)

    def say(self, line):
        print(f"   {line}", flush=True)

    def ledger(self, ledger):
        self.say(
            f"{ledger.acknowledged} demandes confirmées dont {ledger.mixed} réservent et annulent à la fois, "
            f"{ledger.refused} refusées, {ledger.answered_again} redemandées"
        )
        self.say(f"{ledger.checked_requests} promesses et {ledger.checked_slots} places vérifiées, plus long redémarrage : {ledger.slowest_start} ms")

    def end(self, faults):
        for fault in faults[:10]:
            self.say(f"PERDU : {fault}")
        verdict = "rien n'est perdu" if not faults else f"{len(faults)} FAUTES"
        self.say(f"{verdict} ({time.monotonic() - self.started:.0f} s)")
        sys.exit(1 if faults else 0)
