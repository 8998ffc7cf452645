"""A parent reports an absence with its certificate, the service judges it, the parent reads the answer."""

import pytest

from harness.server import Server
from harness.visitor import Visitor

# A Tuesday morning: the meal of the day can no longer be cancelled.
TUESDAY = "2026-11-03T09:00:00+01:00"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@pytest.fixture
def town(demo, tmp_path):
    server = Server(demo, tmp_path, "absences", now=TUESDAY).start()
    yield server
    server.stop()


def report(parent, child, first, last=""):
    parent.open(f"/{parent.slug}/accueil")
    parent.click("link", "Signaler une absence")
    parent.page.get_by_label(child, exact=True).check()
    parent.page.get_by_label("Premier jour").fill(first)
    parent.page.get_by_label("Dernier jour").fill(last)
    parent.page.get_by_label("Motif").select_option("Maladie")


def test_an_absence_with_its_certificate(town, browser, towns, device):
    marie = next(each for each in towns["bondoufle"].parents if each.login == "marie.dupont")
    parent = Visitor(browser, town, device, "absence")
    parent.sign_in(marie)
    child = next(each for each in marie.children if "restauration" in each.activities)
    parent.open("/bondoufle/absences/signaler")
    parent.click("button", "Voir ce que cela change")
    parent.assert_accessible("errors")
    assert "Choisissez un motif." in parent.text

    report(parent, child.first_name, "2026-11-03", "2026-11-20")
    # The baby comes under contract: the same form is for both.
    parent.page.get_by_label("Zoé", exact=True).check()
    parent.assert_accessible("form")
    parent.click("button", "Voir ce que cela change")
    parent.assert_accessible("recap")
    assert "sauf justificatif reçu avant le" in parent.text and "Signalée dans les délais" in parent.text
    assert "du contrat restent facturées" in parent.text and "Zoé, accueil régulier" in parent.text
    parent.page.get_by_label("Justificatif").set_input_files({"name": "notes.txt", "mimeType": "text/plain", "buffer": b"bonjour"})
    parent.click("button", "Confirmer l'absence")
    assert "Envoyez un PDF ou une photo" in parent.text
    parent.assert_accessible("wrong file")
    parent.page.get_by_label("Justificatif").set_input_files({"name": "certificat.pdf", "mimeType": "application/pdf", "buffer": PDF})
    parent.click("button", "Confirmer l'absence")
    parent.assert_accessible("answer")
    assert "Zoé, accueil régulier" in parent.text
    parent.open("/bondoufle/absences")
    assert "Justificatif reçu" in parent.text
    parent.assert_accessible("list")

    desk = Visitor(browser, town, device, "absence-desk")
    desk.sign_in(next(agent for agent in towns["bondoufle"].agents if agent.login == "guichet"))
    desk.open("/bondoufle/agents/absences")
    desk.assert_accessible("inbox")
    desk.page.locator("a.person", has_text=f"{child.first_name} {child.last_name}").first.click()
    desk.assert_accessible("judging")
    with desk.page.expect_download() as download:
        desk.page.get_by_role("link", name="Télécharger le justificatif").click()
    assert download.value.path().read_bytes() == PDF
    desk.click("button", "Accepter")
    # The contract's certificate waits in the same queue.
    desk.page.locator("a.person", has_text="Zoé").first.click()
    desk.assert_accessible("judging under contract")
    desk.click("button", "Accepter")
    desk.close()

    parent.page.reload()
    assert "Justifiée" in parent.text
    parent.page.locator("a.person").first.click()
    parent.assert_accessible("judged")
    assert "Non facturé" in parent.text
    parent.close()
