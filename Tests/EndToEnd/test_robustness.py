"""Nothing that a network can send makes the server answer 500, hang, or fall."""

import itertools
import socket

import pytest

from harness.robot import Robot

ODD_SEGMENTS = [
    "0",
    "-1",
    "1e3",
    "99999999999999999999",
    "%00",
    "%2e%2e",
    "..%2f..%2fetc%2fpasswd",
    "é",
    "%C3%A9",
    "%FF",
    "%ZZ",
    "%",
    "a" * 3000,
    "'",
    "🙂",
]
ODD_VALUES = [
    "",
    "0",
    "-1",
    "2026-13",
    "0000-00",
    "9999-12",
    "2026-02-30",
    "99999999999999999999",
    "%00",
    "%FF%FE",
    "é",
    "'--",
    "a" * 5000,
]
PUBLIC = ["", "creer-mon-espace", "connexion", "deconnexion", "theme.css", "confirmer-mon-adresse/x", "agents/connexion"]
PARENT = [
    "accueil",
    "famille",
    "enfants/1",
    "reservations",
    "reservations/recapitulatif",
    "reservations/confirmation",
    "demandes",
    "demandes/1",
    "messages",
]
STAFF = ["agents", "agents/listes", "agents/courriels", "agents/courriels/1"]


def quoted(text):
    """Bytes that may stand in a request line."""
    return "".join(chr(byte) if 0x21 <= byte < 0x7F else f"%{byte:02X}" for byte in text.encode())


def addresses(slug):
    for page in PUBLIC + PARENT + STAFF:
        yield f"/{slug}/{page}"
        for odd in ODD_SEGMENTS:
            yield f"/{slug}/{page}/{quoted(odd)}".replace("//", "/")
    for page, name in (
        ("reservations", "mois"),
        ("agents/listes", "jour"),
        ("agents/listes", "activite"),
        ("connexion", "suite"),
    ):
        for odd in ODD_VALUES:
            yield f"/{slug}/{page}?{name}={quoted(odd)}"
            yield f"/{slug}/{page}?{name}={quoted(odd)}&{name}=2&=&&%"


@pytest.mark.parametrize("role", ["visitor", "parent", "agent"])
def test_no_address_answers_500(server, towns, role):
    town = towns["bondoufle"]
    robot = Robot(server)
    if role == "parent":
        robot.sign_in(town.parents[0])
    if role == "agent":
        robot.sign_in(town.agents[0])
    for address in addresses(town.slug):
        answer = robot.get(address, follow=False)
        assert answer.status < 500, (address, answer.status)


def test_no_forged_form_answers_500(server, towns):
    town = towns["bondoufle"]
    robot = Robot(server)
    robot.sign_in(town.parents[0])
    planning = robot.get(f"/{town.slug}/reservations")
    secret = [pair for pair in planning.page.form("recapitulatif").fields if pair[0] not in ("r", "vu")]
    odd = [
        "",
        "x",
        "-1",
        "1.1.2026-02-30",
        "99999999999999999999.1.2026-11-25",
        "1.1.2026-11-25.1",
        "\0",
        "é" * 2000,
        "ajout.1.1.2026-11-25",
    ]
    names = ["r", "vu", "c", "cle", "demande", "identifiant", "firstName", "key", "title"]
    for page in ["reservations/recapitulatif", "reservations/confirmation", "connexion", "creer-mon-espace", "agents/connexion"]:
        for name, value in itertools.product(names, odd):
            for pairs in ([(name, value)], [(name, value)] * 3, [*secret, (name, value)]):
                answer = robot.post(f"/{town.slug}/{page}", pairs, follow=False)
                assert answer.status < 500, (page, pairs, answer.status)


RAW = [
    b"\r\n\r\n",
    b"\0\0\0\0\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET /\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nBad Header: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n folded: x\r\n\r\n",
    b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
    b"CONNECT a:80 HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n",
    b"BREW /bondoufle HTTP/1.1\r\nHost: x\r\n\r\n",
    b"POST /bondoufle/connexion HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\n\r\n%FF%",
    b"POST /bondoufle/connexion HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=\r\nContent-Length: 2\r\n\r\n--",
    b"GET /bondoufle/accueil HTTP/1.1\r\nHost: x\r\nCookie: __Host-famille-bondoufle=" + b"\xff" * 60 + b"\r\n\r\n",
    b"GET /bondoufle/accueil HTTP/1.1\r\nHost: x\r\nCookie: ;;==;a=b;__Host-famille-bondoufle=\r\n\r\n",
]


@pytest.mark.parametrize("number", range(len(RAW)))
def test_no_garbage_answers_500(server, number):
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as wire:
        wire.sendall(RAW[number])
        wire.shutdown(socket.SHUT_WR)
        answer = b""
        while part := wire.recv(65536):
            answer += part
    if answer:
        assert answer.startswith(b"HTTP/1.1 "), answer[:80]
        # 501 and 505 are RFC 9110's words for a method or a version that nobody here speaks.
        assert int(answer[9:12]) < 500 or int(answer[9:12]) in (501, 505), answer[:80]
    assert Robot(server).get("/_health").status == 200
