"""read, parse and demo on real files."""

import json
from importlib.resources import files

import jsonschema
import pytest

STORY = """Kenya, Ghana hold talks

Kenya and Ghana held talks in Accra on 3 March 2024. The two sides agreed to trade more.
"""
SCHEMA = json.loads(files("verbale.model").joinpath("reading.schema.json").read_text(encoding="utf-8"))


def test_read_closes_with_what_became_of_each_document(verbale, folder):
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").write_text("")
    first = verbale("read", "a.txt", "b.txt", "--json")
    report = json.loads(first.out)
    assert (report["read"], report["known"], report["failed"]) == (1, 0, 1)
    assert [d["status"] for d in report["documents"]] == ["read", "failed"]
    assert first.code == 1
    assert first.err == ""
    again = verbale("read", "a.txt")
    assert again.code == 0
    assert "Already known  1" in again.out


def test_read_makes_the_ledger_where_it_is_told_to(verbale, folder):
    (folder / "a.txt").write_text(STORY)
    assert verbale("read", "a.txt").code == 0
    assert (folder / "verbale.db").exists()
    assert verbale("read", "a.txt", "--ledger", "mine.db").code == 0
    assert (folder / "mine.db").exists()
    assert verbale("read", "a.txt", "--ledger", "no/mine.db").code == 4


def test_read_takes_folders_patterns_and_jobs(verbale, folder):
    below = folder / "docs" / "2024"
    below.mkdir(parents=True)
    for number in range(3):
        (below / f"{number}.txt").write_text(f"{number}. {STORY}")
    assert json.loads(verbale("read", "docs", "--jobs", "2", "--json").out)["read"] == 3
    assert json.loads(verbale("read", "docs/2024/*.txt", "--json").out)["known"] == 3
    assert verbale("read", "docs", "--jobs", "0").code == 2
    assert verbale("read").code == 2


def test_parse_writes_one_file_for_each_document_as_the_schema_says(verbale, folder):
    other = folder / "other"
    other.mkdir()
    for place in (folder / "a.txt", other / "a.txt", folder / "a.md"):
        place.write_text(STORY)
    answer = verbale("parse", "a.txt", "other/a.txt", "a.md", "--out", "out")
    assert answer.code == 0
    assert answer.out == ""
    written = sorted(path.name for path in (folder / "out").iterdir())
    assert written == ["a.json", "a.md.json", "a.txt.json"]
    for name in written:
        jsonschema.validate(json.loads((folder / "out" / name).read_text(encoding="utf-8")), SCHEMA)
    assert not (folder / "verbale.db").exists()


def test_parse_to_the_terminal_is_one_reading_or_a_line_for_each(verbale, folder):
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").write_text(STORY)
    assert json.loads(verbale("parse", "a.txt").out)["source"] == "a.txt"
    lines = verbale("parse", "a.txt", "b.txt").out.splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["a.txt", "b.txt"]


def test_parse_explains_itself_within_the_width_of_the_terminal(verbale, folder):
    (folder / "a.txt").write_text(STORY)
    for width in (60, 80, 120):
        answer = verbale("parse", "--explain", "a.txt", COLUMNS=str(width))
        assert answer.code == 0
        assert max(map(len, answer.out.splitlines())) <= width
        flat = " ".join(answer.out.split())
        assert "sides GH KE" in flat
        assert "Kenya = KE · Ghana = GH" in flat
        assert "main: The two sides | agreed (agree, past)" in flat
        assert "act type agree, actors GH KE, topics trade [rule act." in flat


def test_an_explanation_is_also_json(verbale, folder):
    (folder / "a.txt").write_text(STORY)
    told = json.loads(verbale("parse", "--explain", "--json", "a.txt").out)
    assert told["sides"] == ["GH", "KE"]
    last = told["sentences"][-1]
    assert last["text"] == "The two sides agreed to trade more." == STORY[last["start"] : last["end"]]
    assert [(e["layer"], e["type"]) for e in last["entries"]] == [("act", "agree")]
    (folder / "b.txt").write_text(STORY)
    lines = verbale("parse", "--explain", "--json", "a.txt", "b.txt").out.splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["a.txt", "b.txt"]


def test_parse_with_out_and_explain_does_both(verbale, folder):
    (folder / "a.txt").write_text(STORY)
    answer = verbale("parse", "--explain", "--out", "out", "a.txt")
    assert "agreed (agree, past)" in answer.out
    assert json.loads((folder / "out" / "a.json").read_text())["source"] == "a.txt"


def test_an_explanation_drives_no_terminal(verbale, folder):
    (folder / "a.txt").write_text(STORY.replace("Accra", "Ac\x1b[31mcra"))
    assert "\x1b[31m" not in verbale("parse", "--explain", "a.txt").out


def test_demo_reads_the_samples_into_a_new_ledger(verbale, folder):
    if not files("verbale").joinpath("samples").is_dir():
        pytest.skip("no samples are shipped yet")
    answer = verbale("demo", COLUMNS="100")
    assert answer.code == 0
    assert "verbale brief --ledger verbale-demo.db" in answer.out
    assert json.loads(verbale("acts", "--ledger", "verbale-demo.db", "--json").out)
    assert verbale("demo").code == 0, "the demo can be run again"


def test_demo_leaves_a_ledger_of_your_own_alone(asked, filled_address):
    if not files("verbale").joinpath("samples").is_dir():
        pytest.skip("no samples are shipped yet")
    answer = asked("demo", "--ledger", filled_address)
    assert answer.code == 2
    assert "is there already" in answer.err
    assert len(json.loads(asked("documents", "--json").out)) == 3
    assert asked("demo", "--ledger", filled_address, "--add").code == 0
