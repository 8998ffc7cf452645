"""The agenda on a screen and on paper, and the feed that calendars subscribe to, read by an iCalendar library."""

import datetime
import re

import icalendar
import pytest

from harness.robot import Robot
from harness.visitor import DEVICES, Visitor

SLUG = "bondoufle"


@pytest.mark.parametrize("device", DEVICES, ids=str)
@pytest.mark.parametrize("view", ["semaine", "mois"])
def test_the_family_looks_at_its_week_and_month(browser, server, towns, device, view):
    person = towns[SLUG].parents[0]
    visitor = Visitor(browser, server, device, f"agenda-{view}")
    visitor.sign_in(person)
    visitor.open(f"/{SLUG}/agenda?vue={view}")
    for child in person.children:
        assert child.first_name in visitor.text
    visitor.assert_accessible("famille")
    child = person.children[0]
    visitor.page.get_by_role("navigation", name="Agenda de").get_by_role("link", name=child.first_name).click()
    assert f"Agenda de {child.first_name}" in visitor.text and f"enfant={child.id}" in visitor.page.url
    visitor.page.locator("a[rel=next]").click()
    visitor.assert_accessible("enfant-suite")
    visitor.close()


@pytest.mark.parametrize("view", ["semaine", "mois"])
def test_the_agenda_prints_on_one_sheet(browser, server, towns, view):
    visitor = Visitor(browser, server, DEVICES[0], f"papier-{view}")
    visitor.sign_in(towns[SLUG].parents[0])
    visitor.open(f"/{SLUG}/agenda?vue={view}&jour=2026-11-05")
    paper = visitor.page.pdf(prefer_css_page_size=True)
    pages = re.findall(rb"/Type\s*/Page\b", paper)
    boxes = {tuple(round(float(side)) for side in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", paper)}
    assert len(pages) == 1, len(pages)
    # A4, lying.
    assert boxes == {(0, 0, 842, 595)} or boxes == {(0, 0, 842, 596)}, boxes
    visitor.page.emulate_media(media="print")
    visitor.picture("noir-et-blanc")
    visitor.close()


@pytest.mark.parametrize("device", DEVICES, ids=str)
def test_a_calendar_subscribes_and_is_sent_away_when_the_link_ends(browser, new_server, towns, device):
    person = towns[SLUG].parents[0]
    server = new_server(f"feed-{device}")
    visitor = Visitor(browser, server, device, "abonnement")
    visitor.sign_in(person)
    visitor.open(f"/{SLUG}/agenda")
    visitor.click("link", "Suivre dans mon calendrier")
    visitor.assert_accessible("sans-lien")
    visitor.click("button", "Créer le lien")
    address = visitor.field("Adresse à coller dans votre calendrier").input_value()
    visitor.assert_accessible("lien")
    calendar = Robot(server)
    path = "/" + address.split("/", 3)[3]
    answer = calendar.request("GET", path)
    assert answer.status == 200 and answer.headers["Content-Type"].startswith("text/calendar")
    assert not answer.headers.get("Set-Cookie")
    # The first family also has a baby at the nursery.
    check_calendar(answer.body, {child.first_name for child in person.children} | {"Zoé"})
    again = calendar.request("GET", path, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status == 304 and not again.body
    visitor.click("button", "Supprimer le lien")
    assert calendar.request("GET", path).status == 404
    assert calendar.request("GET", path[:-5] + "A.ics").status == 404
    visitor.assert_accessible("lien-supprime")
    calendar.close()
    visitor.close()


def check_calendar(body, names):
    """What RFC 5545 asks of a file, read strictly, and what a family expects in it."""
    assert all(len(line) <= 75 for line in body.split(b"\r\n")) and b"\n" not in body.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(body)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and not calendar.errors
    events = calendar.walk("VEVENT")
    assert len(events) > 10
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids)
    for event in events:
        assert not event.errors and {"DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"} <= set(event)
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert start.tzinfo is not None and datetime.timedelta() < end - start < datetime.timedelta(hours=15)
        assert str(event["SUMMARY"]).split("\u00a0")[0] in names
        assert (event["STATUS"] == "CANCELLED") == (int(event["SEQUENCE"]) > 0)
    # The same text comes out of the library, line for line in content.
    assert len(icalendar.Calendar.from_ical(calendar.to_ical()).walk("VEVENT")) == len(events)
