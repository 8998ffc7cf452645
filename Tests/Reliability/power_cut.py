"""Power cuts: at a random operation of the disk, what was not synced is lost in part, sector by sector. Then the same on a disk that lies
about its syncs, where promises must be found broken: the check sees what it claims to see."""

import random
import sys

from workshop.driver import Workshop
from workshop.report import Report

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
LIES = max(5, ROUNDS // 20)

report = Report(f"coupure de courant, {ROUNDS} fois, dans un disque simulé sous SQLite (VFS)")
with Workshop() as shop:
    cuts = 0
    for _ in range(ROUNDS):
        run = shop.run(30, ["cut", int(10 ** random.uniform(0.5, 3.3))])
        cuts += run.wait() == 99
    shop.last_check()
    report.say(f"{cuts} coupures")
    report.ledger(shop.ledger)
    faults = shop.ledger.faults
    if cuts < ROUNDS * 0.95:
        faults.append(f"only {cuts} cuts")

with Workshop() as shop:
    noticed = 0
    for _ in range(LIES):
        before = len(shop.ledger.faults)
        shop.run(30, ["lies", random.randint(200, 1500)]).wait()
        check = shop.run(0.01, everything=True)
        noticed += check.wait() != 0 or len(shop.ledger.faults) > before
        if shop.ledger.faults:
            shop.ledger.__init__()
            break
    report.say(f"contre-épreuve : sur un disque qui ment, la perte est {'bien trouvée' if noticed else 'NON TROUVÉE'}")
    if not noticed:
        faults.append("losses on a lying disk went unnoticed")
report.end(faults)
