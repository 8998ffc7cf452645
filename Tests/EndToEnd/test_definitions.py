"""A town's definition goes in, is listed, and comes out again; a mistake in it is told with its place."""

import pytest

from harness.server import ROOT, run_command

DEFINITIONS = sorted((ROOT / "Portals").glob("*.yaml"))


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda path: path.stem)
def test_export_is_the_inverse_of_import(definition, tmp_path):
    assert run_command("portal", "import", definition, "--data", tmp_path / "first").returncode == 0
    assert definition.stem in run_command("portal", "list", "--data", tmp_path / "first").stdout
    exported = run_command("portal", "export", definition.stem, "--data", tmp_path / "first")
    assert exported.returncode == 0
    copy = tmp_path / definition.name
    copy.write_text(exported.stdout)
    assert run_command("portal", "import", copy, "--data", tmp_path / "second").returncode == 0
    assert run_command("portal", "export", definition.stem, "--data", tmp_path / "second").stdout == exported.stdout


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("zone scolaire: C", "zone scolaire: Z", "zone scolaire"),
        ("réservation: J-7", "réservation: J moins 7", "réservation"),
        ("prix: 15,60", "prix: 15,601", "prix"),
        ("places: 48", "places: beaucoup", "places"),
        ('couleur: "#00708C"', "couleur: turquoise", "couleur"),
        ("code: mercredis", "kode: mercredis", "kode"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_field(right, wrong, field, tmp_path):
    text = (ROOT / "Portals/bondoufle.yaml").read_text()
    assert right in text
    line = text[: text.index(right)].count("\n") + 1
    broken = tmp_path / "bondoufle.yaml"
    broken.write_text(text.replace(right, wrong, 1))
    answer = run_command("portal", "import", broken, "--data", tmp_path / "data")
    assert answer.returncode != 0
    first = answer.stderr.splitlines()[0]
    for part in (str(broken), f"ligne {line}", field):
        assert part in first
    assert not (tmp_path / "data").exists()


def test_what_is_not_there_is_one_clear_line(tmp_path):
    for words in (["import", tmp_path / "rien.yaml"], ["export", "nulle-part"]):
        answer = run_command("portal", *words, "--data", tmp_path / "data")
        assert answer.returncode != 0
        assert answer.stdout == ""
        assert len(answer.stderr.splitlines()) == 1
