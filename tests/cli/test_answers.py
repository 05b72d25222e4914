"""show, search, brief, export, doctor: what they answer from a ledger whose content is known."""

import json

import pytest


def test_show_gives_a_fact_its_fields_its_words_in_context_and_its_source(asked):
    (row,) = json.loads(asked("acts", "--json", "--limit", "1").out)
    answer = asked("show", row["id"][:6], COLUMNS="200")
    assert answer.code == 0
    for words in ("agree", "Morocco and Portugal", "maritime, disaster", "act.agree", "Lisbon Courier", "2024-05-14"):
        assert words in answer.out
    assert "The two sides agreed to open a joint rescue centre in Faro. Morocco asked Portugal" in answer.out


def test_show_highlights_the_words(asked):
    (row,) = json.loads(asked("acts", "--json", "--limit", "1").out)
    out = asked("show", row["id"], FORCE_COLOR="1", COLUMNS="200").out
    assert "\x1b[1;33mThe two sides agreed to open a joint rescue centre in Faro.\x1b[0m" in out


def test_show_takes_a_document_by_id_or_file_name_and_a_person(asked):
    (document, *_) = json.loads(asked("documents", "--json").out)
    by_name = asked("show", "round.txt", "--json")
    assert json.loads(by_name.out) == json.loads(asked("show", document["id"], "--json").out)
    layers = [fact["layer"] for fact in json.loads(by_name.out)["facts"]]
    assert layers == ["engagement"] * 2 + ["instrument"] + ["act"] * 4 + ["figure"] * 2
    (person,) = json.loads(asked("people", "--party", "VN", "--json").out)
    assert "Đặng Thị Hòa" in asked("show", person["id"]).out
    assert "Rabat" in asked("show", person["id"]).out


def test_show_json_quotes_exactly_what_stands_in_the_text(asked):
    for kind in ("engagements", "instruments", "acts", "figures"):
        for row in json.loads(asked(kind, "--json").out):
            page = json.loads(asked("show", row["id"], "--json").out)
            assert [q["words"] for q in page["quoted"]] == [" ".join(e["exact"].split()) for e in page["evidence"]]


@pytest.mark.parametrize(
    ("identifier", "message"), [("a0000000", "a0000000"), ("nothing.txt", "nothing.txt"), ("", "")]
)
def test_show_of_what_is_not_there(asked, identifier, message):
    answer = asked("show", identifier)
    assert answer.code == 2
    assert message in answer.err


def test_an_id_that_several_records_share_is_not_guessed(asked):
    answer = asked("show", "a")
    assert answer.code == 2
    assert answer.out == ""


def test_a_document_without_facts_says_so(asked):
    assert "nothing was recognised" in asked("show", "recette.txt").out


def test_search_finds_words_without_their_diacritics(asked):
    hits = json.loads(asked("search", "da", "nang", "--json").out)
    assert hits
    assert all("Đà Nẵng" in hit["words"] for hit in hits)
    for hit in hits:
        assert [hit["words"][a:b] for a, b in hit["marks"]] == ["Đà", "Nẵng"]
    assert "\x1b[1;33mĐà\x1b[0m" in asked("search", "da nang", FORCE_COLOR="1").out


def test_search_finds_nothing_and_says_what_to_do(asked):
    answer = asked("search", "zebra")
    assert answer.code == 0
    assert "Neither a fact nor a sentence in the ledger holds 'zebra'" in answer.out
    assert asked("search", "?!").code == 2
    assert json.loads(asked("search", "zebra", "--json").out) == []


def test_search_limit_says_that_there_is_more(asked):
    assert "1 found; there are more" in asked("search", "Portugal", "--limit", "1").out
    everything = json.loads(asked("search", "Portugal", "--limit", "0", "--json").out)
    assert len(everything) > 1


def test_brief_chooses_a_subject_where_none_is_named(asked):
    out = asked("brief").out
    assert out.startswith("# Morocco – Portugal: briefing\n")
    assert "`--for MA,VN`" in out


def test_brief_cites_every_line(asked):
    out = asked("brief", "--for", "PT,Morocco").out
    body, notes = out.split("## Notes")
    lines = [line for line in body.split("## Not in the record")[0].splitlines() if line.startswith("- ")]
    assert len(lines) >= 8
    for line in lines:
        number = line[line.rindex("[^") : -1]
        note = next(n for n in notes.splitlines() if n.startswith(f"{number}]: "))
        assert "S1, Lisbon Courier, 2024-05-14" in note
        assert ": “" in note or f"[^{number[2:]}]" in next(one for one in lines if "“" in one and number in one)
        fact = note.split("(fact ")[1].split(")")[0]
        assert asked("show", fact).code == 0


def test_brief_for_a_mechanism_and_for_nothing_known(asked):
    assert asked("brief", "--for", "maritime dialogue").out.startswith("# Maritime Dialogue: briefing")
    assert "No document in the ledger is about Japan." in asked("brief", "--for", "Japan").out
    unknown = asked("brief", "--for", "Atlantis")
    assert unknown.code == 2
    assert "neither a party nor a mechanism" in unknown.err


def test_brief_writes_a_file_whole(asked, folder):
    (folder / "brief.md").write_text("older")
    assert asked("brief", "-o", "brief.md").out == ""
    assert (folder / "brief.md").read_text(encoding="utf-8") == asked("brief").out
    assert [path.name for path in folder.iterdir()] == ["brief.md"]


def test_export_is_json_lines_and_the_same_each_time(asked, folder):
    out = asked("export").out
    records = [json.loads(line) for line in out.splitlines()]
    assert len([r for r in records if r.get("layer") == "act"]) == 5
    assert asked("export", "--output", "ledger.jsonl").out == ""
    assert (folder / "ledger.jsonl").read_text(encoding="utf-8") == out
    assert len(asked("export", "--contents").out) > len(out)


def test_doctor_on_a_sound_ledger(asked, filled_address):
    answer = asked("doctor", COLUMNS="200")
    assert answer.code == 0
    assert "All is well." in answer.out
    report = json.loads(asked("doctor", "--json").out)
    assert report["ledger"]["counts"]["documents"] == 3
    assert report["ledger"]["address"] == filled_address
    assert report["problems"] == []
    assert report["versions"]["sqlite"]


def test_doctor_without_a_ledger_makes_none(verbale, folder):
    answer = verbale("doctor")
    assert answer.code == 0
    assert "not there yet" in answer.out
    assert list(folder.iterdir()) == []


def test_doctor_on_a_broken_ledger(verbale, folder):
    (folder / "verbale.db").write_text("not a ledger")
    answer = verbale("doctor")
    assert answer.code == 4
    assert "Problem: " in answer.out
    assert json.loads(verbale("doctor", "--json").out)["problems"]


def test_the_ledger_is_named_before_or_after_the_command_or_by_the_environment(verbale, filled_address):
    answers = [
        verbale("--ledger", filled_address, "acts"),
        verbale("acts", "--ledger", filled_address),
        verbale("acts", VERBALE_LEDGER=filled_address),
        verbale("--ledger", "nowhere.db", "acts", "--ledger", filled_address, VERBALE_LEDGER="nowhere.db"),
    ]
    assert {answer.out for answer in answers} == {answers[0].out}
    assert {answer.code for answer in answers} == {0}


def test_export_writes_a_list_in_the_form_that_the_file_asks_for(asked, folder):
    assert asked("export", "--list", "acts", "--party", "VN", "-o", "acts.csv").out == ""
    assert (folder / "acts.csv").read_text("utf-8").count("\n") == 2
    assert asked("export", "--list", "acts", "--party", "VN", "--to", "csv").out == (folder / "acts.csv").read_text(
        "utf-8"
    )
    assert asked("export", "-o", "rounds.ics").code == 0
    assert (folder / "rounds.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert asked("export", "--list", "people,posts", "-o", "who.xlsx").code == 0
    assert (folder / "who.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--list", "acts"), "Give --to csv|xlsx"),
        (("--list", "acts", "-o", "acts.txt"), "Give --to csv|xlsx"),
        (("-o", "list.csv"), "Say which list to write as csv"),
        (("--party", "VN"), "Say which list: --list engagements"),
        (("--list", "acts", "--to", "csv", "--contents"), "Leave out --list and --to"),
        (("--list", "acts", "--to", "word"), "The formats are: csv, xlsx"),
    ],
)
def test_an_export_that_cannot_be_says_what_can(asked, folder, arguments, told):
    answer = asked("export", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert not list(folder.glob("*.csv"))


def test_search_is_narrowed_by_filters_alone_or_with_words(asked):
    hits = json.loads(asked("search", "radar", "--act", "request", "--json").out)
    assert [hit["words"] for hit in hits] == ["Morocco asked Portugal to share radar data."]
    people = json.loads(asked("search", "--person", "dang thi hoa", "--json").out)
    assert {hit["layer"] for hit in people} == {"act", "engagement"}
    assert asked("search", "--act", "shout").code == 2
    assert "is one of: engagement" in asked("search", "radar", "--layer", "story").err
    assert "nothing to look for" in asked("search").err
    assert "fits the filters" in asked("search", "radar", "--party", "VN").out


def test_a_phrase_is_marked_where_it_stands_together(asked):
    (hit, *_) = json.loads(asked("search", '"radar data"', "--json").out)
    assert [hit["words"][a:b] for a, b in hit["marks"]] == ["radar data"]


def test_a_search_is_kept_run_again_and_removed(asked):
    assert "No searches are kept" in asked("search", "--list").out
    assert asked("search", "Morocco", "--party", "VN", "--save", "fairs").code == 0
    assert "Nothing has come since" in asked("search", "--saved", "fairs", "--new").out
    assert json.loads(asked("search", "--saved", "fairs", "--json").out)
    (kept,) = json.loads(asked("search", "--list", "--json").out)
    assert kept == {"name": "fairs", "asked": {"words": "Morocco", "parties": ["VN"]}, "seen": 1}
    assert "Morocco --party VN" in asked("search", "--list").out
    assert asked("search", "--remove", "fairs").code == 0
    assert asked("search", "--saved", "fairs").code == 2
    assert "exclude each other" in asked("search", "--saved", "a", "--remove", "a").err
    assert "takes neither words" in asked("search", "x", "--saved", "a").err
    assert "--new goes with" in asked("search", "x", "--new").err


def test_what_is_new_is_what_came_since(asked, folder):
    asked("search", "Portugal", "--save", "pt")
    (folder / "new.txt").write_text(
        "Portugal hosts talks\n\nPortugal and Morocco met in Lisbon on 3 May 2025.\n", "utf-8"
    )
    assert asked("read", "new.txt").code == 0
    hits = json.loads(asked("search", "--saved", "pt", "--new", "--json").out)
    assert {hit["source"] for hit in hits} == {"new.txt"}
    assert json.loads(asked("search", "--saved", "pt", "--new", "--json").out) == []
