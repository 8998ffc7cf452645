"""An administrator sets when an outing may be booked, seeing first what it touches; a parent reads of the outing at home and books it."""

import pytest

from harness.planning import Slot
from harness.server import Server
from harness.visitor import Visitor

TUESDAY = "2026-11-03T09:00:00+01:00"
PORTAL = "/chanteloup-les-vignes"


@pytest.fixture
def town(demo, tmp_path):
    server = Server(demo, tmp_path, "outings", now=TUESDAY).start()
    yield server
    server.stop()


def test_an_outing_is_set_and_booked(town, browser, towns, device):
    admin = Visitor(browser, town, device, "outing-admin")
    admin.sign_in(next(agent for agent in towns["chanteloup-les-vignes"].agents if agent.login == "admin"))
    admin.open(f"{PORTAL}/agents/activites")
    admin.assert_accessible("activities")
    admin.open(f"{PORTAL}/agents/activites/sortie-cirque?fenetre=2026-12-16")
    admin.assert_accessible("settings")
    form = admin.page.locator("form", has=admin.page.locator("input[name=reglage][value=fenetre]"))
    form.get_by_label("Ferme le").fill("2026-11-01T08:00")
    form.get_by_role("button").click()
    assert "La fermeture vient avant l'ouverture." in admin.text
    admin.assert_accessible("errors")
    form.get_by_label("Ferme le").fill("2026-12-08T18:00")
    form.get_by_role("button").click()
    assert "Rien n'est encore changé" in admin.text
    admin.assert_accessible("review")
    admin.click("button", "Confirmer")
    assert "Ferme le mardi 8 décembre 2026 à 18" in admin.text

    parent = Visitor(browser, town, device, "outing")
    parent.sign_in(next(each for each in towns["chanteloup-les-vignes"].parents if each.login == "marie.dupont"))
    parent.open(f"{PORTAL}/accueil")
    assert "Sorties à venir" in parent.text and "À réserver" in parent.text
    parent.assert_accessible("home")
    parent.page.locator("#sorties").get_by_role("link", name="Réserver ou annuler : Sortie au cirque, mercredi 16 décembre 2026").click()
    outing = next(slot for slot in map(Slot, parent.page.locator("input[name=r]").evaluate_all("boxes => boxes.map(box => box.value)")))
    parent.tick(outing)
    parent.click("button", "Voir le récapitulatif")
    assert "Rendez-vous" in parent.text
    parent.assert_accessible("recap")
    parent.click("button", "Confirmer")
    assert "Rendez-vous" in parent.text and "devant l'accueil de loisirs" in parent.text
    parent.assert_accessible("answer")
    parent.open(f"{PORTAL}/agenda?jour=2026-12-16")
    assert "Rendez-vous" in parent.text
    parent.assert_accessible("agenda")
    parent.open(f"{PORTAL}/accueil")
    assert parent.page.locator("#sorties").get_by_text("Réservé", exact=True).count() == 1
