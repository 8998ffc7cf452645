"""The roll call on a tablet at the gate, with and without a connection."""

import re

import pytest

from harness.server import Server
from harness.visitor import Device, Visitor

# A Wednesday morning of school.
WEDNESDAY = "2026-11-04T08:30:00+01:00"
TABLET = Device(820, 1180, True)


@pytest.fixture
def gate(demo, tmp_path, browser, towns):
    """A server of its own on that morning, and the leader of the centre in front of the list."""
    server = Server(demo, tmp_path, "roll-call", now=WEDNESDAY).start()
    visitors = []

    def arrive(device=TABLET, login="structure", place=""):
        visitor = Visitor(browser, server, device, "roll-call")
        visitor.sign_in(next(agent for agent in towns["bondoufle"].agents if agent.login == login))
        visitor.open(f"/bondoufle/agents/pointage{place}")
        visitors.append(visitor)
        return visitor

    yield arrive
    for visitor in visitors:
        visitor.close()
    server.stop()


def cards(visitor):
    return visitor.page.locator(".roll-card")


def tap(visitor, index, name):
    cards(visitor).nth(index).get_by_role("button", name=name, exact=True).click()


def state(visitor, index):
    return cards(visitor).nth(index).locator(".roll-state").inner_text()


def test_taps_without_connection_are_kept_and_sent_once(gate):
    visitor = gate()
    visitor.assert_accessible("list")
    tap(visitor, 0, "Présent")
    assert re.match(r"Présent, arrivé à 8.h.3.", state(visitor, 0))
    visitor.page.wait_for_function("() => JSON.parse(localStorage.getItem(Object.keys(localStorage)[0])).length === 0")

    visitor.context.set_offline(True)
    tap(visitor, 1, "Présent")
    tap(visitor, 2, "Absent")
    tap(visitor, 2, "Annuler")
    tap(visitor, 2, "Présent")
    visitor.page.get_by_text("4 saisies gardées dans cette tablette").wait_for()
    assert state(visitor, 1).startswith("Présent") and state(visitor, 2).startswith("Présent")
    visitor.picture("offline")

    visitor.context.set_offline(False)
    visitor.page.wait_for_function("() => JSON.parse(localStorage.getItem(Object.keys(localStorage)[0])).length === 0")
    visitor.page.locator("#liaison").wait_for(state="hidden")
    # Chromium itself tells of each request that had no network.
    visitor.complaints = [each for each in visitor.complaints if "ERR_INTERNET_DISCONNECTED" not in each]
    visitor.page.reload()
    for index in range(3):
        assert re.match(r"Présent, arrivé à 8.h.3. \(Awa Koné\)", state(visitor, index))


def test_two_agents_call_one_list(gate):
    first, second = gate(), gate()
    tap(first, 0, "Présent")
    tap(second, 1, "Absent")
    # Each learns what the other has done without doing anything.
    first.page.wait_for_function("() => document.querySelectorAll('.roll-state')[1].textContent.startsWith('Absent')")
    second.page.wait_for_function("() => document.querySelectorAll('.roll-state')[0].textContent.startsWith('Présent')")


def test_the_list_works_without_script(gate):
    visitor = gate(Device(820, 1180, False))
    tap(visitor, 0, "Présent")
    assert "#enfant-" in visitor.page.url
    assert re.match(r"Présent, arrivé à 8.h.3. \(Awa Koné\)", state(visitor, 0))
    visitor.click("link", "Clore la journée")
    visitor.assert_accessible("closing")
    visitor.click("button", "Clore la journée")
    assert "ne sont pas pointés" in visitor.text
    visitor.page.get_by_label("Noter absents").check()
    visitor.click("button", "Clore la journée")
    visitor.assert_accessible("closed")
    assert "La journée est close." in visitor.text


def test_children_under_contract_are_called_with_the_others(gate):
    visitor = gate(login="guichet", place="?activite=petite-enfance")
    visitor.assert_accessible("nursery")
    card = visitor.page.get_by_role("region", name="Accueil régulier").locator(".roll-card:not(.away)").first
    name = card.get_by_role("heading").inner_text()
    assert re.search(r"\d+.h.\d\d – \d+.h.\d\d", card.inner_text())
    card.get_by_role("button", name="Présent", exact=True).click()
    visitor.page.wait_for_function("() => JSON.parse(localStorage.getItem(Object.keys(localStorage)[0])).length === 0")
    called = visitor.page.locator(".roll-card", has_text=name)
    visitor.page.reload()
    assert re.match(r"Présent, arrivé à 8.h.3. ", called.locator(".roll-state").inner_text())
    called.get_by_role("link", name="Horaires de").click()
    visitor.assert_accessible("times under contract")
    visitor.page.get_by_label("Arrivée").fill("")
    visitor.click("button", "Enregistrer")
    assert "Écrivez l'heure d'arrivée" in visitor.text
    visitor.page.get_by_label("Arrivée").fill("08:05")
    visitor.click("button", "Enregistrer")
    assert re.match(r"Présent, arrivé à 8.h.05 ", called.locator(".roll-state").inner_text())
