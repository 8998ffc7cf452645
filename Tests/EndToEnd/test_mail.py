"""Mails leave through a real SMTP conversation, wait while the server is away, and can be read in the portal in any case."""

import email
import email.policy
import re
import ssl
import subprocess
import time

import pytest
from aiosmtpd.controller import Controller

from harness.newcomer import registration
from harness.robot import Robot
from harness.server import Server, free_port

SLUG = "bondoufle"
PATIENCE = 15


class Mailbox:
    """An SMTP server that keeps what it is given."""

    def __init__(self, port):
        self.letters = []
        self.controller = Controller(self, hostname="127.0.0.1", port=port)

    async def handle_DATA(self, server, session, envelope):
        self.letters.append((envelope, email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 OK"

    def wait(self, count):
        until = time.monotonic() + PATIENCE
        while len(self.letters) < count and time.monotonic() < until:
            time.sleep(0.1)
        assert len(self.letters) >= count, f"{len(self.letters)} of {count} mails in {PATIENCE} s"
        return self.letters


@pytest.fixture
def mail_port():
    return free_port()


@pytest.fixture
def mail_server(demo, tmp_path, mail_port):
    environment = {"PORTAL_SMTP_URL": f"smtp://127.0.0.1:{mail_port}", "PORTAL_MAIL_FROM": "portail@bondoufle.example"}
    with Server(demo, tmp_path, "mail", environment=environment) as server:
        yield server


def register(server, town):
    robot = Robot(server)
    answer = robot.submit(robot.get(f"/{town.slug}/creer-mon-espace"), "creer-mon-espace", **registration(town.keys[0]))
    assert answer.path.endswith("/accueil"), answer.page.text
    return robot


def test_the_activation_mail_arrives_and_its_link_confirms_the_address(mail_server, mail_port, towns):
    mailbox = Mailbox(mail_port)
    mailbox.controller.start()
    try:
        robot = register(mail_server, towns[SLUG])
        envelope, letter = mailbox.wait(1)[0]
    finally:
        mailbox.controller.stop()
    assert envelope.rcpt_tos == ["nouvelle.famille@courriel.example"]
    assert envelope.mail_from == "portail@bondoufle.example"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Message-ID"] and letter["Date"]
    assert letter["To"] == "nouvelle.famille@courriel.example"
    assert letter.get_content_type() == "multipart/alternative"
    assert letter["Subject"] == "Bondoufle\u00a0: votre espace est créé"
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]
    text = letter.get_body(("plain",)).get_content()
    links = re.findall(r'href="([^"]*)"', letter.get_body(("html",)).get_content())
    assert len(links) == 1 and links[0] in text
    path = re.search(rf"https?://[^/\s]+(/{SLUG}/confirmer-mon-adresse/\S+)", text)[1]
    answer = robot.get(path)
    assert answer.status == 200
    answer = robot.submit(answer, "confirmer-mon-adresse")
    assert answer.status == 200
    again = robot.get(path)
    assert again.status < 500


def test_a_mail_waits_while_the_server_is_away_and_staff_can_read_it(mail_server, towns):
    town = towns[SLUG]
    robot = register(mail_server, town)
    assert "nouvelle.famille" in robot.get(f"/{SLUG}/messages").page.text
    agent = Robot(mail_server)
    agent.sign_in(town.agents[0])
    page = agent.get(f"/{SLUG}/agents/courriels").page
    assert "nouvelle.famille@courriel.example" in page.text
    assert "En attente" in page.text
    letter = agent.get(page.link("agents/courriels/"))
    assert letter.status == 200


def test_without_a_mail_server_the_mails_are_files_in_the_data_directory(demo, tmp_path, towns):
    with Server(demo, tmp_path, "mail-folder") as server:
        register(server, towns[SLUG])
        folder = server.data / "outbox"
        until = time.monotonic() + PATIENCE
        while not list(folder.glob("*.eml")) and time.monotonic() < until:
            time.sleep(0.1)
        letters = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in folder.glob("*.eml")]
    assert [letter["To"] for letter in letters] == ["nouvelle.famille@courriel.example"]


def certificate(folder, name, host):
    """A self-signed certificate of a host, and its key."""
    paths = folder / f"{name}.crt", folder / f"{name}.key"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=test"]
    command += ["-addext", f"subjectAltName={host}", "-out", paths[0], "-keyout", paths[1]]
    subprocess.run(command, check=True, capture_output=True)
    return paths


class EncryptedMailbox(Mailbox):
    """The same, with TLS before anything else may be said (STARTTLS)."""

    def __init__(self, port, files):
        self.letters = []
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*files)
        self.controller = Controller(self, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True)


@pytest.mark.parametrize("case", ["trusted", "unknown authority", "another host"])
def test_a_mail_leaves_only_to_a_server_whose_certificate_is_trusted(demo, tmp_path, towns, mail_port, case):
    shown = certificate(tmp_path, "shown", "DNS:mail.autre.example" if case == "another host" else "IP:127.0.0.1")
    trusted = certificate(tmp_path, "other", "IP:127.0.0.1")[0] if case == "unknown authority" else shown[0]
    mailbox = EncryptedMailbox(mail_port, shown)
    mailbox.controller.start()
    environment = {"PORTAL_SMTP_URL": f"smtp://127.0.0.1:{mail_port}", "PORTAL_MAIL_FROM": "portail@bondoufle.example"}
    environment["PORTAL_SMTP_CA_FILE"] = str(trusted)
    try:
        with Server(demo, tmp_path, "mail-tls", environment=environment) as server:
            register(server, towns[SLUG])
            if case == "trusted":
                envelope, _ = mailbox.wait(1)[0]
                assert envelope.rcpt_tos == ["nouvelle.famille@courriel.example"]
            else:
                agent = Robot(server)
                agent.sign_in(towns[SLUG].agents[0])
                assert "SSL" in refusal(agent), "the certificate's refusal is shown to the staff"
                assert not mailbox.letters
    finally:
        mailbox.controller.stop()


def refusal(agent):
    """What the staff read of the mail, once it was tried."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        letter = agent.get(agent.get(f"/{SLUG}/agents/courriels").page.link("agents/courriels/")).page.text
        if "SSL" in letter:
            return letter
        time.sleep(0.1)
    return ""
