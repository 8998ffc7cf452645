"""A full day with an order of its own: the staff see and arrange its line, and the family reads where it stands and what happens next."""

import re

import pytest

from harness.visitor import DEVICES, Visitor

SLUG = "gevrey-nuits"


@pytest.mark.parametrize("device", [DEVICES[0], DEVICES[3]], ids=str)
def test_a_line_is_read_and_arranged_and_the_family_reads_its_rank(browser, new_server, towns, device):
    town, server = towns[SLUG], new_server(f"waiting-{device}")
    marie = next(each for each in town.parents if each.login == "marie.dupont")
    desk = Visitor(browser, server, device, "attente")
    desk.sign_in(next(agent for agent in town.agents if agent.login == "admin"))
    desk.open(f"/{SLUG}/agents/attente")
    desk.assert_accessible("jours")
    day = desk.page.locator("tr", has=desk.page.get_by_text("5", exact=True)).get_by_role("link")
    address = day.get_attribute("href")
    day.click()
    desk.assert_accessible("file")
    line = desk.page.locator("ol.lines > li", has_text=f"Foyer {marie.household.removeprefix('Foyer ')}")
    assert "Rang 1" not in line.inner_text() and "Places données dans cet ordre" in desk.text

    # What gives a family priority is noted from here, and says its reason in the line.
    plain = desk.page.locator("ol.lines > li", has_text="Sans priorité").first
    name = re.search(r"Foyer (.+)", plain.inner_text())[1]
    plain.locator("summary").click()
    plain.get_by_role("link", name="Noter une priorité du foyer").click()
    desk.field("Marque").select_option(label="Parents qui travaillent")
    desk.fill("Vaut à partir du", "2026-09-01")
    desk.fill("Pièce présentée", "attestations d'employeur")
    desk.click("button", "Noter")
    desk.open(address)
    assert "parents qui travaillent" in desk.page.locator("ol.lines > li", has_text=f"Foyer {name}").inner_text()
    rank = int(re.search(r"Rang (\d+)", line.inner_text())[1])

    # A rank that is not there, then the first, with a reason.
    line.locator("summary").click()
    line.get_by_label("Nouveau rang").fill("99")
    line.get_by_label("Motif").fill("Urgence sociale")
    line.get_by_role("button", name="Changer le rang").click()
    assert "Donnez un rang entre 1 et" in desk.text and line.get_by_label("Motif").input_value() == "Urgence sociale"
    desk.assert_accessible("erreur")
    line.get_by_label("Nouveau rang").fill("1")
    line.get_by_role("button", name="Changer le rang").click()
    assert "Rang 1" in line.inner_text() and "Rang choisi par le service" in line.inner_text()
    desk.open(f"/{SLUG}/agents/journal?acte=waiting.moved")
    assert f"rang {rank} → 1" in desk.text and "Urgence sociale" in desk.text

    parent = Visitor(browser, server, device, "attente-famille")
    parent.sign_in(marie)
    parent.open(f"/{SLUG}/liste-attente")
    assert "Vous êtes la prochaine famille." in parent.text and "24\u00a0h" in parent.text
    parent.assert_accessible("rang")

    desk.close()
    parent.close()
