"""kill -9 at random moments while families book: no confirmed booking is lost, no place is sold twice, back within a second."""

import random
import sys

from workshop.driver import Workshop
from workshop.report import Report

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 500

report = Report(f"kill -9 au hasard, {ROUNDS} fois, 16 familles à la fois sur 6 places par jour et par groupe")
with Workshop() as shop:
    for _ in range(ROUNDS):
        shop.run(30).kill_after(random.uniform(0, 0.3))
    shop.last_check()
    report.ledger(shop.ledger)
    if shop.ledger.slowest_start > 1000:
        shop.ledger.faults.append(f"{shop.ledger.slowest_start} ms to come back")
    if shop.ledger.acknowledged < 10 * ROUNDS:
        shop.ledger.faults.append(f"{shop.ledger.acknowledged} confirmations prove little")
    report.end(shop.ledger.faults)
