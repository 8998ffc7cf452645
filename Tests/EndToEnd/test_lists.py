"""The staff's lists: on the page, and as files that spreadsheets open."""

import csv
import datetime
import io

import odf.opendocument
import odf.table
import odf.text
import openpyxl
import pytest

from harness.visitor import DEVICES, Visitor

KINDS = ["jour", "semaine", "repas", "mois", "urgence"]


def address(kind, suffix=""):
    return f"/bondoufle/agents/rapports?rapport={kind}&activite=mercredis&jour=2026-11-04{suffix}"


def sign_in(robot, towns, login):
    robot.sign_in(next(agent for agent in towns["bondoufle"].agents if agent.login == login))


def words(value):
    """What a cell of the CSV says for a typed one."""
    return "" if value is None else value.strftime("%d/%m/%Y") if isinstance(value, datetime.datetime) else str(value)


def ods_value(cell):
    kind = cell.getAttribute("valuetype")
    if kind == "date":
        return datetime.datetime.fromisoformat(cell.getAttribute("datevalue"))
    if kind == "float":
        return int(cell.getAttribute("value"))
    return "\n".join(str(line) for line in cell.getElementsByType(odf.text.P))


@pytest.mark.parametrize("kind", KINDS)
def test_the_spreadsheets_say_what_the_csv_says(robot, towns, kind):
    sign_in(robot, towns, "guichet")
    text = robot.get(address(kind, "&format=csv")).body
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))
    expected = [[value.replace("\r\n", "\n").lstrip("'") for value in row] for row in rows]
    assert len(rows) > 1
    book = openpyxl.load_workbook(io.BytesIO(robot.get(address(kind, "&format=xlsx")).body))
    assert [[words(cell) for cell in row] for row in book.active.iter_rows(values_only=True)] == expected
    document = odf.opendocument.load(io.BytesIO(robot.get(address(kind, "&format=ods")).body))
    lines = document.spreadsheet.getElementsByType(odf.table.TableRow)
    assert [[words(ods_value(cell)) for cell in line.getElementsByType(odf.table.TableCell)] for line in lines] == expected


def test_a_leader_reads_only_the_lists_of_the_own_places(robot, towns):
    sign_in(robot, towns, "structure")
    assert robot.get(address("semaine")).status == 200
    assert robot.get(address("semaine").replace("mercredis", "restauration")).status == 404
    assert "Restaurant" not in robot.get(address("repas")).page.text


@pytest.mark.parametrize("device", [DEVICES[0], DEVICES[2]], ids=str)
def test_the_lists_are_accessible(browser, server, towns, device):
    visitor = Visitor(browser, server, device, "lists")
    visitor.sign_in(next(agent for agent in towns["bondoufle"].agents if agent.login == "guichet"))
    for kind in KINDS:
        visitor.open(address(kind))
        visitor.assert_accessible(kind)
    visitor.close()


def test_the_driver_reads_the_stop_that_a_parent_chose(browser, new_server, towns):
    server, town = new_server("buses"), towns["gevrey-nuits"]
    parent = Visitor(browser, server, DEVICES[3], "buses-parent")
    marie = next(each for each in town.parents if each.login == "marie.dupont")
    parent.sign_in(marie)
    rose = next(child for child in marie.children if child.first_name == "Rose")
    parent.open(f"/gevrey-nuits/enfants/{rose.id}")
    parent.click("link", "Changer les arrêts")
    parent.assert_accessible("stops")
    parent.field("Matin").select_option("plaine/noiron")
    parent.fill("À partir du", "2026-11-03")
    parent.click("button", "Enregistrer les arrêts")
    assert "à partir du 4 novembre 2026" in parent.text.replace("\xa0", " ")
    assert parent.field("Matin").input_value() == "plaine/noiron"
    parent.fill("À partir du", "2026-11-04")
    parent.click("button", "Enregistrer les arrêts")
    assert "Noiron-sous-Gevrey, église" in parent.text
    parent.assert_accessible("child")
    parent.close()

    desk = Visitor(browser, server, DEVICES[0], "buses-desk")
    desk.sign_in(next(agent for agent in town.agents if agent.login == "guichet"))
    days = [f"2026-11-{day:02}" for day in (5, 6, 9, 10, 12, 13)]
    for day in days:
        desk.open(f"/gevrey-nuits/agents/rapports?rapport=cars&activite=periscolaire&jour={day}")
        if desk.page.get_by_role("region", name="Matin, Navette de la Plaine").get_by_text("Rose").count():
            break
    else:
        raise AssertionError("Rose rides on no morning")
    desk.assert_accessible("buses")
    desk.close()
