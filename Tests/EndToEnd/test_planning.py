"""The planning as people use it: filters, weeks on a telephone, arrows, what was ticked kept from month to month, and every late or double send."""

import re

import pytest

from harness.planning import Slot
from harness.robot import Robot
from harness.visitor import DEVICES, Device, Visitor

SLUG = "bondoufle"
PATH = f"/{SLUG}/reservations"
WIDE, WIDE_PLAIN, NARROW, NARROW_PLAIN = DEVICES


@pytest.fixture
def person(towns):
    return next(person for person in towns[SLUG].parents if len(person.children) == 2)


def visible_children(visitor):
    boxes = visitor.page.locator(".weeks input[name=r]").locator("visible=true")
    return {Slot(box.get_attribute("value")).child for box in boxes.all()}


def pages_asked(visitor):
    return sum(request.is_navigation_request() for request in visitor.requests)


def focused(visitor):
    """The box that has the focus."""
    return Slot(visitor.page.evaluate("() => document.activeElement.value"))


@pytest.mark.parametrize("device", [WIDE, WIDE_PLAIN, NARROW, NARROW_PLAIN], ids=str)
def test_a_child_and_an_activity_are_shown_alone(browser, server, person, device):
    visitor = Visitor(browser, server, device, "filtres")
    visitor.sign_in(person)
    visitor.open(f"{PATH}?mois=2026-12")
    child = person.children[1]
    assert visible_children(visitor) == {each.id for each in person.children}
    before = pages_asked(visitor)
    visitor.page.get_by_role("navigation", name="Enfants affichés").get_by_role("link", name=child.first_name).click()
    assert visible_children(visitor) == {child.id}
    assert f"enfant={child.id}" in visitor.page.url
    if device.javascript:
        assert pages_asked(visitor) == before
    visitor.page.locator("details.pick summary").click()
    visitor.page.get_by_role("navigation", name="Activités affichées").get_by_role("link", name="Restauration scolaire").click()
    units = visitor.page.locator(".weeks .u b").locator("visible=true").all_inner_texts()
    assert units and set(units) == {"Repas"}
    visitor.assert_accessible("filtre")
    visitor.page.reload()
    assert visible_children(visitor) == {child.id}
    visitor.close()


@pytest.mark.parametrize("device", [NARROW, NARROW_PLAIN, Device(320, 640, True)], ids=str)
def test_a_telephone_shows_one_week_and_leads_to_the_next_month(browser, server, person, device):
    visitor = Visitor(browser, server, device, "semaine")
    visitor.sign_in(person)
    visitor.open(f"{PATH}?mois=2026-11")
    seen = []
    for _ in range(8):
        heading = visitor.page.locator(".weeks .wk h2").locator("visible=true")
        assert heading.count() == 1
        seen.append(heading.inner_text())
        assert visitor.overflow == 0
        small = visitor.page.evaluate(
            "() => [...document.querySelectorAll('.weeks label.u, .step, .who a')].filter(each => each.offsetParent)"
            ".filter(each => each.getBoundingClientRect().height < 44).map(each => each.outerHTML.slice(0, 90))"
        )
        assert small == []
        visitor.page.get_by_role("link", name="Semaine suivante").locator("visible=true").click()
    assert len(set(seen)) == len(seen), seen
    assert any("décembre" in week for week in seen) and "mois=20" in visitor.page.url
    visitor.assert_accessible("semaine")
    visitor.close()


def test_the_arrows_move_through_the_days(browser, server, person):
    visitor = Visitor(browser, server, WIDE, "fleches")
    visitor.sign_in(person)
    visitor.open(f"{PATH}?mois=2027-01")
    first = visitor.free_box(person.children[0], weekday=0)
    visitor.page.locator(f'input[value="{first.text}"]').focus()
    assert "modifiable jusqu'au" in visitor.page.locator("#limite").inner_text()
    visitor.page.keyboard.press("ArrowRight")
    assert (focused(visitor).child, focused(visitor).unit, (focused(visitor).day - first.day).days) == (first.child, first.unit, 1)
    visitor.page.keyboard.press("ArrowLeft")
    assert focused(visitor) == first
    visitor.page.keyboard.press("ArrowDown")
    assert focused(visitor).day == first.day and focused(visitor) != first
    below = focused(visitor)
    visitor.page.keyboard.press("Space")
    assert visitor.page.locator(f'input[value="{below.text}"]').is_checked()
    assert re.search(r"1 ajout : \+ \d+,\d\d €", visitor.page.locator("#bilan").inner_text().replace("\u00a0", " "))
    visitor.picture("une-case")
    visitor.click("link", "Annuler mes changements")
    assert not visitor.page.locator(f'input[value="{below.text}"]').is_checked()
    visitor.close()


def test_what_was_ticked_goes_along_to_other_months_and_back(browser, new_server, person):
    visitor = Visitor(browser, new_server("months"), WIDE, "mois")
    visitor.sign_in(person)
    slots = []
    visitor.open(f"{PATH}?mois=2027-01")
    slots.append(visitor.free_box(person.children[0], weekday=1))
    visitor.tick(slots[0])
    visitor.click("link", "février")
    assert "ailleurs" in visitor.page.locator("#bilan").inner_text()
    slots.append(visitor.free_box(person.children[1], weekday=3))
    visitor.tick(slots[1])
    visitor.assert_accessible("deux-mois")
    visitor.click("link", "janvier")
    assert visitor.page.locator(f'input[value="{slots[0].text}"]').is_checked()
    visitor.click("button", "Voir le récapitulatif")
    assert "Réservations ajoutées (2)" in visitor.text
    visitor.click("button", "Modifier la demande")
    visitor.click("button", "Voir le récapitulatif")
    visitor.click("button", "Confirmer ces 2 changements")
    assert "2 changements sont enregistrés" in visitor.text
    visitor.close()


def test_leaving_with_unsaved_ticks_asks_first(browser, server, person):
    visitor = Visitor(browser, server, WIDE, "quitter")
    visitor.sign_in(person)
    visitor.open(f"{PATH}?mois=2027-01")
    visitor.tick(visitor.free_box(person.children[0], weekday=1))
    asked = []
    visitor.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    visitor.click("link", "Ma famille")
    visitor.page.wait_for_url("**/famille")
    assert asked == ["beforeunload"]
    visitor.close()


def test_two_tabs_the_back_button_and_a_double_click_are_answered_rightly(browser, new_server, person):
    visitor = Visitor(browser, new_server("tabs"), WIDE, "onglets")
    visitor.sign_in(person)
    visitor.open(f"{PATH}?mois=2027-01")
    slot = visitor.free_box(person.children[0], weekday=1)
    other = visitor.context.new_page()
    other.goto(f"{PATH}?mois=2027-01")
    other.locator(f'input[value="{slot.text}"]').check()
    other.get_by_role("button", name="Voir le récapitulatif").click()
    visitor.tick(slot)
    visitor.click("button", "Voir le récapitulatif")
    visitor.page.get_by_role("button", name="Confirmer ce changement").dblclick()
    visitor.page.wait_for_url("**/demandes/*")
    address = visitor.page.url
    assert "Un changement est enregistré" in visitor.text
    # The other tab still shows the box free: its recap is confirmed, and the answer says that it was so already.
    other.get_by_role("button", name="Confirmer ce changement").click()
    other.wait_for_url("**/demandes/*")
    assert "C'était déjà enregistré" in other.inner_text("main")
    other.close()
    # Back from the answer: the planning as it has become, where nothing is sent twice.
    visitor.page.go_back()
    assert "reservations?mois=2027-01" in visitor.page.url
    assert visitor.page.locator(f'input[value="{slot.text}"]').is_checked()
    visitor.page.go_forward()
    assert visitor.page.url == address
    visitor.close()


def test_a_page_left_open_overnight_is_judged_in_the_morning(demo, new_server, towns):
    """The recap of the evening, confirmed after the limit: refused with the rule and its date."""
    evening = new_server("evening", now="2026-11-11T23:50:00+01:00")
    robot = Robot(evening)
    for person in (person for person in towns[SLUG].parents if len(person.children) == 2):
        robot.sign_in(person)
        # Wednesdays close a week before at 23:59: Wednesday 11 is a holiday, the 18th closes on the 11th.
        planning = robot.planning(SLUG, "2026-11")
        booked = {slot.child for slot in planning.boxes if slot in planning.ticked and slot.day.isoformat() == "2026-11-18"}
        free = [slot for slot in planning.free if slot.day.isoformat() == "2026-11-18" and slot.child not in booked]
        if free:
            break
        robot.close()
        robot = Robot(evening)
    recap = robot.recap(planning, [*planning.ticked, free[0]])
    assert "Confirmer" in recap.page.text
    evening.stop()
    robot.close()
    evening.now = "2026-11-12T00:10:00+01:00"
    evening.start()
    answer = robot.confirm(recap)
    assert "Rien n'a pu être enregistré" in answer.page.text and "mercredi 11 novembre 2026" in answer.page.text
    # Ten hours later the session is over too: that nothing was saved is said before signing in, and the planning follows.
    evening.stop()
    robot.close()
    evening.now = "2026-11-12T11:00:00+01:00"
    evening.start()
    answer = robot.confirm(recap)
    assert answer.path.startswith(f"/{SLUG}/connexion?suite=reservations")
    assert "rien n'a été enregistré" in answer.page.text
    robot.close()
