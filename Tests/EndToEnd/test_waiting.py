"""A full day with an order of its own: the staff arrange its line and open a place, the family reads where it stands, and takes the place."""

import re

import pytest

from harness.visitor import DEVICES, Visitor

SLUG = "gevrey-nuits"


@pytest.mark.parametrize("device", [DEVICES[0], DEVICES[3]], ids=str)
def test_a_line_is_arranged_and_its_first_family_takes_the_place_that_opens(browser, new_server, towns, device):
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
    group = line.locator("xpath=ancestor::section[1]").get_by_role("heading").first.inner_text().split(" (")[0]
    desk.open(f"/{SLUG}/agents/journal?acte=waiting.moved")
    assert f"rang {rank} → 1" in desk.text and "Urgence sociale" in desk.text

    parent = Visitor(browser, server, device, "attente-famille")
    parent.sign_in(marie)
    parent.open(f"/{SLUG}/liste-attente")
    assert "Vous êtes la prochaine famille." in parent.text and "24\u00a0h" in parent.text
    parent.assert_accessible("rang")

    # A place more, of the morning and of the afternoon, is offered to the first family at once.
    desk.open(f"/{SLUG}/agents/places?activite=mercredis&mois=2026-11")
    column = desk.page.locator("thead th").all_inner_texts().index(f"{group}, Matin")
    full = desk.page.locator("tr", has_text="18 nov").locator("th, td").nth(column).inner_text()
    for counter in ("Matin", "Après-midi"):
        desk.field("Groupe").select_option(label=group)
        desk.field("Compteur").select_option(label=counter)
        desk.fill("Du", "2026-11-18")
        desk.page.get_by_role("textbox", name="Places").fill(str(int(re.search(r"\d+$", full)[0]) + 1))
        desk.click("button", "Enregistrer")
    parent.open(f"/{SLUG}/liste-attente")
    offer = (
        parent.page.locator("form", has=parent.page.get_by_role("button", name="Accepter")).locator("..").filter(has_text="mercredi 18 novembre 2026")
    )
    assert "Une place vous est proposée" in offer.inner_text() and "16,20" in offer.inner_text()
    parent.assert_accessible("offre")
    offer.get_by_role("button", name="Accepter").click()
    assert "mercredi 18 novembre" in parent.text and "Réservé" in parent.text
    parent.open(f"/{SLUG}/liste-attente")
    assert "18 novembre" not in parent.text
    desk.open(address)
    assert line.count() == 0 and "Rang 1" in desk.text

    desk.close()
    parent.close()
