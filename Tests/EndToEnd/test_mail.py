"""Mails leave through a real SMTP conversation, wait while the server is away, and can be read in the portal in any case."""

import email
import email.policy
import re
import ssl
import subprocess
import threading
import time

import pytest
from aiosmtpd.controller import Controller

from harness.newcomer import PASSWORD, registration
from harness.robot import Robot
from harness.server import EXECUTABLE, Server, free_port

SLUG = "bondoufle"
PATIENCE = 15


class Mailbox:
    """An SMTP server that keeps what it is given, and refuses the recipients that a test names."""

    def __init__(self, port, refusals=None, **encryption):
        self.letters = []
        # Letters arrive on the controller's thread.
        self.arrival = threading.Condition()
        self.refusals = refusals or {}
        self.controller = Controller(self, hostname="127.0.0.1", port=port, **encryption)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        with self.arrival:
            self.letters.append((envelope, email.message_from_bytes(envelope.content, policy=email.policy.default)))
            self.arrival.notify_all()
        return "250 OK"

    def wait(self, count):
        with self.arrival:
            assert self.arrival.wait_for(lambda: len(self.letters) >= count, PATIENCE), f"{len(self.letters)} of {count} mails in {PATIENCE} s"
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


def test_an_address_that_does_not_exist_is_replaced_by_its_owner(mail_server, mail_port, towns):
    """Refused at once, the parent is asked for another address; the new one comes back later as a report, and the parent is asked again."""
    town = towns[SLUG]
    mailbox = Mailbox(mail_port, {"nouvelle.famille@courriel.example": "550 5.1.1 User unknown"})
    mailbox.controller.start()
    try:
        robot = register(mail_server, town)
        wait_for(lambda: "Nos courriels ne vous arrivent plus" in robot.get(f"/{SLUG}/accueil").page.text)
        answer = robot.get(f"/{SLUG}/mon-compte/adresse-e-mail")
        robot.submit(answer, "adresse-e-mail", courriel="autre@courriel.example", actuel=PASSWORD)
        letter = mailbox.wait(1)[0][1]
        path = re.search(rf"https?://[^/\s]+(/{SLUG}/confirmer-mon-adresse/\S+)", letter.get_body(("plain",)).get_content())[1]
        robot.submit(robot.get(path), "confirmer-mon-adresse")
        assert "ne vous arrivent plus" not in robot.get(f"/{SLUG}/accueil").page.text
        told = bounce(mail_server, report("autre@courriel.example", letter["Message-ID"]))
        assert "plus rien ne lui sera envoyé" in told
        assert "autre@courriel.example" in robot.get(f"/{SLUG}/accueil").page.text
        assert "rien n'a changé" in bounce(mail_server, report("autre@courriel.example", "<bondoufle.1.2.faux@x.example>"))
        assert "rien n'a changé" in bounce(mail_server, b"Subject: Bonjour\n\nUn mot.\n")
    finally:
        mailbox.controller.stop()


def report(recipient, message_id):
    """What a mail server sends back when it cannot deliver what it took (RFC 3464)."""
    fields = f"Final-Recipient: rfc822; {recipient}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown"
    parts = [
        "Content-Type: text/plain\n\nDésolé.",
        f"Content-Type: message/delivery-status\n\nReporting-MTA: dns; relais.example\n\n{fields}\n",
        f"Content-Type: text/rfc822-headers\n\nTo: {recipient}\nMessage-ID: {message_id}\n",
    ]
    body = "".join(f"--b\n{part}\n" for part in parts)
    return f"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n{body}--b--\n".encode()


def bounce(server, message):
    done = subprocess.run([EXECUTABLE, "bounce", "--data", server.data], input=message, capture_output=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def wait_for(condition):
    until = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < until:
        time.sleep(0.2)
    assert condition()


def test_a_mail_waits_while_the_server_is_away_and_staff_can_read_it(mail_server, towns):
    town = towns[SLUG]
    robot = register(mail_server, town)
    assert "nouvelle.famille" in robot.get(f"/{SLUG}/messages").page.text
    agent = Robot(mail_server)
    agent.sign_in(town.agents[0])
    page = agent.get(f"/{SLUG}/agents/courriels").page
    assert "nouvelle.famille@courriel.example" in page.text
    assert "En attente" in page.text
    letter = agent.get(page.link("votre espace est créé"))
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
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*files)
        super().__init__(port, tls_context=context, require_starttls=True)


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
        letter = agent.get(agent.get(f"/{SLUG}/agents/courriels").page.link("votre espace est créé")).page.text
        if "SSL" in letter:
            return letter
        time.sleep(0.1)
    return ""
