"""A page of the database's file is overwritten with noise: the first read or write that meets it answers 503 and ends the process with a clear line,
and nothing is made of what the page said."""

import random
import sqlite3
import sys
import time
from collections import Counter

from workshop.report import Report
from workshop.town import Town

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
FAILURE = "Panne : une base de données"

# The table whose first page is damaged, and the page of the portal that meets it.
CASES = [("bookings", "/bondoufle/reservations?mois=2026-11"), ("household_children", "/bondoufle/accueil"), ("requests", "/bondoufle/demandes")]


def root_page(path, table):
    with sqlite3.connect(path) as file:
        page = file.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()[0]
        return page, file.execute("PRAGMA page_size").fetchone()[0]


report = Report(f"une page du fichier abîmée sous un serveur réel, {len(CASES)} tables, {ROUNDS} fois chacune")
faults, statuses = [], []
for table, page in CASES:
    for _ in range(ROUNDS):
        with Town() as town:
            town.server.start()
            robot = town.robot()
            town.server.stop()
            path = town.data / "portals" / "bondoufle.sqlite"
            number, size = root_page(path, table)
            with open(path, "r+b") as file:
                file.seek((number - 1) * size)
                file.write(random.randbytes(size))
            said = len(town.server.log.read_text())
            try:
                town.server.start()
                answer = robot.get(page)
                statuses.append(answer.status)
                if answer.status != 503:
                    faults.append(f"{table}: {page} answered {answer.status}")
            except (AssertionError, OSError):
                # What the server does by itself, sending mails, has met the page before anybody asked.
                statuses.append("fin avant toute demande")
            limit = time.monotonic() + 10
            while town.server.process.poll() is None and time.monotonic() < limit:
                time.sleep(0.02)
            if town.server.process.poll() != 74:
                faults.append(f"{table}: ended with {town.server.process.poll()}")
            if FAILURE not in town.server.log.read_text()[said:]:
                faults.append(f"{table}: no line in the log")
report.say(f"réponses {dict(Counter(statuses))}, fin du processus avec le statut 74 et une ligne « {FAILURE}… »")
report.end(faults)
