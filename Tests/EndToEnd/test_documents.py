"""On a phone, a parent whose bookings wait for a document sends a photograph of it; the service accepts it; the day is booked."""

import sqlite3
import zipfile

import pytest

from harness.server import Server
from harness.visitor import DEVICES, Visitor

NOW = "2026-11-03T09:00:00+01:00"
PHONE = DEVICES[2]
DESKTOP = DEVICES[0]
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00 attestation"

# A child that is enrolled in the canteen and whose insurance nobody has shown.
FORGOTTEN = """
    SELECT a.login, k.first_name FROM accounts a JOIN household_adults m ON m.adult_id = a.adult_id
        JOIN household_children c ON c.household_id = m.household_id JOIN children k ON k.id = c.child_id
    WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.child_id = c.child_id AND d.type_code = 'assurance')
        AND EXISTS (SELECT 1 FROM enrolments e JOIN activities v ON v.id = e.activity_id
            WHERE e.child_id = c.child_id AND v.code = 'restauration' AND e.last_day > 20760)
    ORDER BY a.id LIMIT 1
"""


@pytest.fixture
def town(demo, tmp_path):
    server = Server(demo, tmp_path, "documents", now=NOW).start()
    yield server
    server.stop()


def test_a_document_lifts_what_keeps_from_booking(town, demo, browser, towns):
    chalonnes = towns["chalonnes-sur-loire"]
    with sqlite3.connect(f"file:{demo}/portals/chalonnes-sur-loire.sqlite?mode=ro", uri=True) as database:
        login, child = database.execute(FORGOTTEN).fetchone()
    person = next(each for each in chalonnes.parents if each.login == login)
    own = next(each for each in person.children if each.first_name == child)

    parent = Visitor(browser, town, PHONE, "document")
    parent.sign_in(person)
    parent.open("/chalonnes-sur-loire/reservations?mois=2026-12")
    assert "Avant de réserver" in parent.text and "pièce à envoyer" in parent.text
    assert parent.free_box(own) is None
    parent.assert_accessible("blocked planning")
    parent.click("link", "Envoyer cette pièce")
    parent.assert_accessible("document")
    parent.page.get_by_label("Vos fichiers").set_input_files(
        {"name": "photo.heic", "mimeType": "image/heic", "buffer": b"\0\0\0\x18ftypheic\0\0\0\0"}
    )
    parent.click("button", "Envoyer")
    assert "HEIC" in parent.text
    parent.assert_accessible("wrong file")
    parent.page.get_by_label("Vos fichiers").set_input_files({"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": JPEG})
    parent.click("button", "Envoyer")
    assert "La pièce est arrivée" in parent.text
    parent.assert_accessible("sent")
    parent.open("/chalonnes-sur-loire/pieces")
    parent.assert_accessible("list")

    desk = Visitor(browser, town, DESKTOP, "document-desk")
    desk.sign_in(next(agent for agent in chalonnes.agents if agent.login == "guichet"))
    desk.open("/chalonnes-sur-loire/agents/pieces")
    desk.assert_accessible("inbox")
    desk.page.locator("a.person", has_text=own.first_name).last.click()
    desk.assert_accessible("judging")
    with desk.page.expect_download() as download:
        desk.page.get_by_role("link", name="Ouvrir le fichier 1").click()
    assert download.value.path().read_bytes() == JPEG
    desk.click("button", "Accepter")
    assert "La décision est enregistrée" in desk.text
    desk.open("/chalonnes-sur-loire/agents/pieces/manquantes")
    desk.assert_accessible("missing")
    desk.close()

    parent.open("/chalonnes-sur-loire/messages")
    assert "votre pièce justificative" in parent.text
    parent.open("/chalonnes-sur-loire/reservations?mois=2026-12")
    assert "Avant de réserver" not in parent.text
    parent.tick(parent.free_box(own))
    parent.click("button", "Voir le récapitulatif")
    parent.click("button", "Confirmer")
    assert "enregistré" in parent.text
    parent.open("/chalonnes-sur-loire/mon-compte/mes-donnees")
    with parent.page.expect_download() as download:
        parent.click("button", "Télécharger l'archive")
    with zipfile.ZipFile(download.value.path()) as archive:
        assert archive.testzip() is None
        photographs = [name for name in archive.namelist() if name.startswith("pieces/") and name.endswith(".jpg")]
        assert [archive.read(name) for name in photographs] == [JPEG]
        assert own.first_name in photographs[0] and ".." not in photographs[0]
    parent.close()
