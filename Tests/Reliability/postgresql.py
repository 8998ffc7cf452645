"""A PostgreSQL server that is killed and comes back while families book: what was in flight is unknown until it is asked again, and nothing
that was confirmed is lost. Its data folder is its own (script/with-postgresql)."""

import os
import random
import subprocess
import sys
import time

from workshop.driver import ROOT, SERVER, SLUG, Workshop
from workshop.report import Report

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 30

if "PORTAL_TEST_POSTGRESQL" not in os.environ:
    sys.exit(subprocess.run([ROOT / "script/with-postgresql", sys.executable, *sys.argv]).returncode)

control = os.environ["PORTAL_TEST_POSTGRESQL_CONTROL"].split()
report = Report(f"PostgreSQL tué net puis relancé sous la charge, {ROUNDS} fois")
with Workshop() as shop:
    faults = shop.ledger.faults
    words = [SERVER, "portal", "move", SLUG, "--to", os.environ["PORTAL_TEST_POSTGRESQL"], "--data", shop.data]
    moved = subprocess.run(words, capture_output=True, text=True)
    if moved.returncode != 0:
        faults.append(f"portal move: {moved.stderr}")
        report.end(faults)
    longest = 0
    uncertain = 0
    for _ in range(ROUNDS):
        run = shop.run(60)
        run.is_working.wait(30)
        time.sleep(random.uniform(0.2, 0.8))
        subprocess.run([*control, "stop", "--mode", "immediate"], check=True)
        time.sleep(random.uniform(0, 1))
        subprocess.run([*control, "start"], check=True)
        back = time.monotonic()
        while not any(moment > back for moment in run.said.get("ack", [])) and run.process.poll() is None and time.monotonic() < back + 20:
            time.sleep(0.01)
        longest = max(longest, time.monotonic() - back)
        if not any(moment > back for moment in run.said.get("ack", [])):
            faults.append(f"nothing confirmed after the restart: status {run.process.poll()} {run.lines[-3:]}")
        run.kill_after(0.1)
        uncertain += sum("uncertain" in line for line in run.lines)
    shop.last_check()
    report.ledger(shop.ledger)
    report.say(f"{uncertain} réponses « incertain », toutes éclaircies par leur clé ; de nouveau confirmé {longest * 1000:.0f} ms après le retour")
report.end(faults)
