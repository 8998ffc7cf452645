"""What a family sends goes through the antivirus: while it is away files wait, then a clean one is judged and an infected one refused."""

import pytest
from test_absences import PDF, TUESDAY, report

from harness.antivirus import CLAMD, EICAR, Clamd
from harness.server import Server
from harness.visitor import DEVICES, Visitor

pytestmark = pytest.mark.skipif(CLAMD is None, reason="clamd is not installed (Debian: clamav-daemon)")
SLUG = "bondoufle"
PHONE, DESKTOP = DEVICES[2], DEVICES[0]


@pytest.fixture
def clamd(tmp_path):
    daemon = Clamd(tmp_path)
    yield daemon
    daemon.stop()


@pytest.fixture
def town(demo, tmp_path, clamd):
    server = Server(demo, tmp_path, "antivirus", now=TUESDAY, environment={"PORTAL_CLAMD_SOCKET": str(clamd.socket)}).start()
    yield server
    server.stop()


def confirm(parent, content):
    parent.click("button", "Voir ce que cela change")
    parent.page.get_by_label("Justificatif").set_input_files({"name": "certificat.pdf", "mimeType": "application/pdf", "buffer": content})
    parent.click("button", "Confirmer l'absence")


def wait_for(visitor, address, words):
    """Opens a page again until it says something: the antivirus answers in the background."""
    for _ in range(100):
        visitor.open(address)
        if words in visitor.text:
            return
        visitor.page.wait_for_timeout(200)
    raise AssertionError(f"{address} never says « {words} »")


def test_files_wait_for_the_antivirus_and_an_infected_one_is_refused(town, clamd, browser, towns):
    marie = next(each for each in towns[SLUG].parents if each.login == "marie.dupont")
    child = next(each for each in marie.children if "restauration" in each.activities)
    parent = Visitor(browser, town, PHONE, "antivirus")
    parent.sign_in(marie)
    desk = Visitor(browser, town, DESKTOP, "antivirus-desk")
    desk.sign_in(next(agent for agent in towns[SLUG].agents if agent.login == "guichet"))

    # The daemon is away: the certificate is kept, and nobody opens it.
    report(parent, child.first_name, "2026-11-03", "2026-11-05")
    confirm(parent, PDF.replace(b"%%EOF", EICAR + b"%%EOF"))
    parent.open(f"/{SLUG}/absences")
    parent.page.locator("a.person").first.click()
    address = parent.page.url.removeprefix(town.address)
    assert "Analyse antivirus en cours" in parent.text and "bien reçu" in parent.text
    parent.assert_accessible("waits for the antivirus")
    desk.open(f"/{SLUG}/agents/absences?etat=5")
    desk.page.locator("a.person").first.click()
    assert desk.page.get_by_role("link", name="Télécharger le justificatif").count() == 0
    assert desk.page.get_by_role("button", name="Accepter").count() == 0

    clamd.start()
    wait_for(parent, address, "L'antivirus a trouvé un fichier dangereux")
    assert "Justificatif refusé" in parent.text
    parent.open(f"/{SLUG}/messages")
    assert "votre justificatif d'absence" in parent.text
    parent.open(address)
    parent.page.get_by_label("Justificatif").set_input_files({"name": "certificat.pdf", "mimeType": "application/pdf", "buffer": PDF})
    parent.click("button", "Envoyer")
    wait_for(parent, address, "Justificatif reçu")
    parent.close()

    desk.open(f"/{SLUG}/agents/absences")
    desk.page.locator("a.person", has_text=f"{child.first_name} {child.last_name}").first.click()
    with desk.page.expect_download() as download:
        desk.page.get_by_role("link", name="Télécharger le justificatif").click()
    assert download.value.path().read_bytes() == PDF
    desk.click("button", "Accepter")
    desk.close()
