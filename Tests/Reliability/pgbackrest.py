"""A restore drill of PostgreSQL with pgBackRest, in the configuration of docs/operating.md: the server's folder is lost, restored, and every
promise is checked."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from workshop.driver import ROOT, SERVER, SLUG, Workshop
from workshop.report import Report

if "PORTAL_TEST_POSTGRESQL" not in os.environ:
    sys.exit(subprocess.run([ROOT / "script/with-postgresql", sys.executable, *sys.argv]).returncode)

report = Report("PostgreSQL perdu puis restauré par pgBackRest, avec la configuration de docs/operating.md")
if not shutil.which("pgbackrest"):
    report.say("sauté : le paquet pgbackrest n'est pas installé")
    sys.exit(0)

ADDRESS = os.environ["PORTAL_TEST_POSTGRESQL"]
CONTROL = os.environ["PORTAL_TEST_POSTGRESQL_CONTROL"].split()
server = Path(CONTROL[0]).parent / "server"
as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []


def owner(*words):
    done = subprocess.run([*as_owner, *map(str, words)], capture_output=True, text=True, cwd="/")
    if done.returncode != 0:
        raise SystemExit(f"{words}: {done.stdout}{done.stderr}")
    return done.stdout.strip()


def psql(sql):
    return owner("psql", ADDRESS, "-XAtqc", sql)


def documented(line_start):
    """A setting as docs/operating.md gives it."""
    for line in (ROOT / "docs/operating.md").read_text().splitlines():
        if line.startswith(line_start):
            return line
    raise SystemExit(f"docs/operating.md does not say {line_start}")


with tempfile.TemporaryDirectory(prefix="portail-pgbackrest-") as folder, Workshop() as shop:
    folder = Path(folder)
    folder.chmod(0o755)
    configuration = folder / "pgbackrest.conf"
    paths = {"repo1-path=": folder / "repository", "pg1-path=": server / "data"}
    settings = ("[global]", "repo1-path=", "repo1-retention-full=", "repo1-cipher-type=", "repo1-cipher-pass=", "start-fast=", "archive-async=")
    lines = [f"{key}{paths[key]}" if key in paths else documented(key) for key in (*settings, "log-level-console=", "[portail]", "pg1-path=")]
    # Where Debian's package has its own folders, this drill has some of its own.
    lines.insert(1, f"log-path={folder}/log\nlock-path={folder}/lock\nspool-path={folder}/spool\npg1-socket-path={server}\npg1-user=postgres")
    lines[1], socket = lines[1].split("\npg1-socket-path=")[0], f"pg1-socket-path={server}\npg1-user=postgres"
    configuration.write_text("\n".join([*lines, socket]) + "\n")
    for name in ("repository", "log", "lock", "spool"):
        (folder / name).mkdir()
        shutil.chown(folder / name, "postgres" if as_owner else None) if as_owner else None
    backrest = ["pgbackrest", f"--config={configuration}", "--stanza=portail"]

    command = documented("archive_command").split("'")[1].replace("pgbackrest ", f"pgbackrest --config={configuration} ")
    psql("ALTER SYSTEM SET archive_mode = on")
    psql(f"ALTER SYSTEM SET archive_command = '{command}'")
    psql("ALTER SYSTEM SET fsync = on")
    subprocess.run([*CONTROL, "restart"], check=True)
    owner(*backrest, "stanza-create")
    owner(*backrest, "check")

    subprocess.run([SERVER, "portal", "move", SLUG, "--to", ADDRESS, "--data", shop.data], check=True, stdout=subprocess.DEVNULL)
    shop.run(1.5).wait()
    owner(*backrest, "--type=full", "backup")
    shop.run(1.5).wait()
    owner(*backrest, "--type=incr", "backup")
    shop.run(1.5).wait()
    # What archive_timeout does each minute.
    psql("SELECT pg_switch_wal()")
    owner(*backrest, "check")

    subprocess.run([*CONTROL, "stop", "--mode", "immediate"], check=True)
    for inside in (server / "data").iterdir():
        shutil.rmtree(inside) if inside.is_dir() and not inside.is_symlink() else inside.unlink()
    owner(*backrest, "restore")
    subprocess.run([*CONTROL, "start"], check=True)
    while psql("SELECT pg_is_in_recovery()") != "f":
        pass
    shop.last_check()
    report.ledger(shop.ledger)
report.end(shop.ledger.faults)
