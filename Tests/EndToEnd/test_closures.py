"""The staff close the canteen for a strike: they see who is touched, families read it, and it can be taken back."""

import pytest

from harness.planning import Slot
from harness.server import Server
from harness.visitor import DEVICES, Visitor

STRIKE = "2026-12-08"


@pytest.fixture
def town(demo, tmp_path):
    server = Server(demo, tmp_path, "closures").start()
    yield server
    server.stop()


def meal(parent, child):
    """The box of the child's meal on that day in the parent's planning; none where it cannot be booked or cancelled."""
    parent.open(f"/bondoufle/reservations?mois={STRIKE[:7]}&enfant={child.id}")
    boxes = parent.page.locator(f"label:has-text('Repas') input[name=r][value^='{child.id}.'][value$='.{STRIKE}']")
    return boxes.first if boxes.count() else None


@pytest.mark.parametrize("device", [DEVICES[0], DEVICES[3]], ids=str)
def test_a_strike_is_declared_and_taken_back(town, browser, towns, device):
    marie = next(each for each in towns["bondoufle"].parents if each.login == "marie.dupont")
    child = next(each for each in marie.children if "restauration" in each.activities)
    parent = Visitor(browser, town, device, "closures-parent")
    parent.sign_in(marie)
    box = meal(parent, child)
    assert box is not None
    if not box.is_checked():
        parent.tick(Slot(box.get_attribute("value")))
        parent.click("button", "Voir le récapitulatif")
        parent.click("button", "Confirmer ce changement")

    desk = Visitor(browser, town, device, "closures")
    desk.sign_in(next(agent for agent in towns["bondoufle"].agents if agent.login == "admin"))
    desk.open("/bondoufle/agents/fermetures")
    desk.click("button", "Voir qui est touché")
    desk.assert_accessible("errors")
    assert "Choisissez ce qui ferme." in desk.text and "Indiquez le jour." in desk.text
    desk.fill("Du", STRIKE)
    desk.page.get_by_label("Cause").select_option("Grève")
    desk.page.get_by_label("Précision pour les familles").fill("personnel de cantine")
    desk.page.get_by_role("checkbox", name="Restauration scolaire").check()
    desk.page.get_by_role("radio", name="Elles sont annulées sans frais").check()
    desk.click("button", "Voir qui est touché")
    desk.assert_accessible("review")
    assert "Rien n'est encore changé" in desk.text
    desk.click("button", "Fermer et annuler")
    desk.assert_accessible("declared")

    assert meal(parent, child) is None
    assert "grève (personnel de cantine)" in parent.page.content()
    parent.assert_accessible("planning")
    parent.open("/bondoufle/demandes")
    parent.page.locator("a.person").first.click()
    assert "Grève (personnel de cantine)" in parent.text

    desk.click("button", "Annuler la fermeture")
    desk.assert_accessible("undone")
    given = meal(parent, child)
    assert given is not None and given.is_checked()
    desk.close()
    parent.close()
