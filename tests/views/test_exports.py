"""Every form of a list, opened by the library that its readers use: what the ledger says is there, and nothing acts."""

from __future__ import annotations

import csv
import importlib
import io
import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import bibtexparser
import icalendar
import networkx
import openpyxl
import pyarrow.parquet
import pytest
import rdflib
import rispy
from rdflib.namespace import RDF

from hand_written import Writing
from verbale.errors import UsageError
from verbale.ledger import Ledger, View
from verbale.model.reading import ACT_TYPES, ENGAGEMENT_KINDS, Act, Engagement, Figure, Participant
from verbale.model.vocabulary import load
from verbale.views.asking import Request
from verbale.views.exports.formats import BY_NAME, EVERY, FORMATS, export, format_named, format_of
from verbale.views.exports.plover import act_codes, engagement_codes

SCHEMA, OA = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.w3.org/ns/oa#")
ALL = Request()

Write = Callable[..., bytes]


def written(view: View, name: str, *lists: str, request: Request = ALL) -> bytes:
    """A list in a form, as bytes."""
    stream = io.BytesIO()
    export(view, BY_NAME[name], lists, request, stream)
    return stream.getvalue()


@pytest.fixture
def view(filled: Ledger) -> View:
    return filled.view()


@pytest.fixture
def evil(tmp_path: Path) -> View:
    """A ledger whose words would act in one or another form, or break it."""
    words = '=HYPERLINK("http://x.example","y") @sum <b>&amp; {\\x} 100 % ] \\n \x07\ufffe; a, b\nEND:VEVENT end'
    writing = Writing("=evil.txt", f"=1+1\n\n{words}\n")
    says = writing.says(words)
    person = Participant("=cmd|' /C calc'!A0", "MA", "+Minister; of, {All}")
    reading = writing.reading(
        outlet="-2+3", published="2024-05-14",
        engagements=(Engagement("talks", says, main=True, parties=("MA", "PT"), start="2024-05-14",
                                place="@Place", participants=(person,)),),
        acts=(Act("agree", ("MA", "PT"), says, speaker="=1+1", topics=("trade",)),),
        figures=(Figure(-3, "person", "total", "=A1", says),),
    )  # fmt: skip
    with Ledger.open(tmp_path / "evil.db") as ledger:
        ledger.writer().add(writing.document, reading, writing.content)
        return ledger.view()


def everything(view: View) -> list[bytes]:
    """Each list in each form that holds it."""
    return [written(view, form.name, kind) for form in FORMATS for kind in form.lists]


class TestAskingForAForm:
    def test_the_ending_of_a_file_names_the_form(self) -> None:
        for form in FORMATS:
            assert [format_of(f"List{end.upper()}") for end in form.endings] == [form] * len(form.endings)
        assert format_of("ledger.json") is None

    def test_what_cannot_be_is_said_with_what_can(self, view: View) -> None:
        for name, lists, told in (
            ("csv", (), "--list is one of: engagements"), ("csv", ("acts", "people"), "Give one --list"),
            ("csv", ("rounds",), "no list 'rounds'"), ("bibtex", ("acts",), "It holds documents"),
        ):  # fmt: skip
            with pytest.raises(UsageError, match=re.escape(told)):
                written(view, name, *lists)
        with pytest.raises(UsageError, match="The formats are: csv, xlsx"):
            format_named("docx")

    def test_a_missing_extra_is_named(self, view: View, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "xlsxwriter", None)
        monkeypatch.delitem(sys.modules, "verbale.views.exports.xlsx", raising=False)
        with pytest.raises(UsageError, match=r"pip install 'verbale\[xlsx\]'"):
            written(view, "xlsx", "acts")

    def test_filters_are_those_of_the_lists(self, view: View) -> None:
        for kind in EVERY:
            narrowed = written(view, "jsonl", kind, request=Request(parties=("VN",)))
            assert len(narrowed.splitlines()) < len(written(view, "jsonl", kind).splitlines()) or kind == "conflicts"

    def test_the_same_ledger_gives_the_same_bytes(self, view: View, filled_backwards: Ledger) -> None:
        assert everything(view) == everything(filled_backwards.view())

    def test_nothing_in_a_document_stops_a_form(self, evil: View) -> None:
        assert len(everything(evil)) == sum(len(form.lists) for form in FORMATS)


class TestCsv:
    def test_numbers_stay_numbers_and_formulas_are_text(self, evil: View) -> None:
        (figure,) = csv.DictReader(io.StringIO(written(evil, "csv", "figures").decode()))
        assert (figure["value"], figure["label"]) == ("-3", "'=A1")
        for kind in EVERY:
            for row in csv.reader(io.StringIO(written(evil, "csv", kind).decode())):
                assert not any(cell.lstrip(" ").startswith(("=", "+", "@")) for cell in row)

    def test_a_row_has_what_the_list_has(self, view: View) -> None:
        rows = list(csv.DictReader(io.StringIO(written(view, "csv", "engagements").decode())))
        assert [row["id"] for row in rows] == [one.id for one in view.merged_engagements()]
        first = rows[0]
        assert (first["start"], first["round"], first["parties"], first["main"]) == ("2024-05-14", "3", "MA; PT", "yes")
        assert "name Inês Cordeiro, party PT, post Deputy Foreign Minister, role co-chair" in first["participants"]


class TestXlsx:
    @pytest.fixture
    def book(self, view: View) -> openpyxl.Workbook:
        return openpyxl.load_workbook(io.BytesIO(written(view, "xlsx", "engagements", "figures", "people")))

    def test_cells_have_the_types_of_what_they_hold(self, book: openpyxl.Workbook) -> None:
        assert book.sheetnames == ["engagements", "figures", "people"]
        head, *rows = book["engagements"].values
        first, *others = (dict(zip(head, row, strict=True)) for row in rows)
        assert (first["start"], first["round"], first["main"]) == (datetime(2024, 5, 14), 3, True)
        assert [one["start"] for one in others] == [datetime(2024, 6, 3), "2025"]
        values = [one[1] for one in book["figures"].values][1:]
        assert values == [12_500_000, 40_000_000]

    def test_the_header_is_frozen(self, book: openpyxl.Workbook) -> None:
        assert all(sheet.freeze_panes == "A2" for sheet in book)

    def test_no_cell_is_a_formula_or_a_link(self, evil: View) -> None:
        book = openpyxl.load_workbook(io.BytesIO(written(evil, "xlsx", *EVERY)))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
        assert any(cell.value == "=A1" for cell in cells)

    def test_what_a_cell_cannot_hold_is_told(self, tmp_path: Path) -> None:
        writing = Writing("long.txt", "Long\n\n" + "word " * 8000 + "end\n")
        says = writing.says("word " * 8000 + "end")
        with Ledger.open(tmp_path / "long.db") as ledger:
            ledger.writer().add(writing.document, writing.reading(acts=(Act("agree", ("MA",), says),)), b"x")
            notes = export(ledger.view(), BY_NAME["xlsx"], ["acts"], ALL, io.BytesIO())
        assert notes == ["1 cells were cut at 32,767 characters, which is all that XLSX can hold."]


def test_parquet_has_typed_columns(view: View) -> None:
    for kind in EVERY:
        pyarrow.parquet.read_table(io.BytesIO(written(view, "parquet", kind)))
    table = pyarrow.parquet.read_table(io.BytesIO(written(view, "parquet", "engagements")))
    row = table.to_pylist()[0]
    assert (row["first"], row["start"], row["round"], row["parties"]) == (
        date(2024, 5, 14),
        "2024-05-14",
        3,
        ["MA", "PT"],
    )
    assert row["participants"][0]["name"] == "Inês Cordeiro"
    empty = written(view, "parquet", "acts", request=Request(after="2030"))
    assert pyarrow.parquet.read_table(io.BytesIO(empty)).schema.field("topics").type.value_type == "string"


def test_json_lines_are_the_rows_of_the_list(view: View) -> None:
    rows = [json.loads(line) for line in written(view, "jsonl", "acts").splitlines()]
    assert [row["id"] for row in rows] == [one.id for one in view.acts()]
    assert rows[0]["evidence"][0]["exact"] == rows[0]["words"]


# The library's own parser of JSON-LD uses a class that the library gives up.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
class TestJsonLd:
    @pytest.fixture
    def graph(self, view: View) -> rdflib.Graph:
        return rdflib.Graph().parse(data=written(view, "jsonld"), format="json-ld")

    def test_events_people_and_roles(self, graph: rdflib.Graph, view: View) -> None:
        (meeting,) = graph.subjects(SCHEMA.name, rdflib.Literal("3rd Maritime Dialogue"))
        assert (meeting, RDF.type, SCHEMA.Event) in graph
        assert str(graph.value(meeting, SCHEMA.startDate)) == "2024-05-14"
        roles = {
            (str(graph.value(role, SCHEMA.roleName)), str(graph.value(one, SCHEMA.name)))
            for role in graph.objects(meeting, SCHEMA.attendee) for one in graph.objects(role, SCHEMA.attendee)
        }  # fmt: skip
        assert roles == {("co-chair", "Inês Cordeiro"), ("co-chair", "Youssef Lahlou")}
        people = {str(one) for one in graph.subjects(RDF.type, SCHEMA.Person) if isinstance(one, rdflib.URIRef)}
        assert people == {f"urn:verbale:{one.id}" for one in view.people()}
        assert {str(graph.value(one, SCHEMA.name)) for one in graph.objects(meeting, SCHEMA.organizer)} == {
            "Morocco", "Portugal",
        }  # fmt: skip

    def test_every_fact_points_at_its_words(self, graph: rdflib.Graph, view: View) -> None:
        told = {f"urn:verbale:{one.id}" for one in (*view.acts(), *view.figures())}
        told |= {f"urn:verbale:{one.id}" for one in (*view.merged_engagements(), *view.merged_instruments())}
        assert {str(one) for one in graph.objects(None, OA.hasBody)} == told
        texts = {f"urn:verbale:{one.id}": view.text(one.id) for one in view.documents()}
        for target in graph.objects(None, OA.hasTarget):
            text = texts[str(graph.value(target, OA.hasSource))]
            place, quoted = sorted(
                graph.objects(target, OA.hasSelector), key=lambda one: graph.value(one, OA.exact) or ""
            )
            start, end = int(graph.value(place, OA.start)), int(graph.value(place, OA.end))
            assert text[start:end] == str(graph.value(quoted, OA.exact))
            assert text[:start].endswith(str(graph.value(quoted, OA.prefix)))
            assert text[end:].startswith(str(graph.value(quoted, OA.suffix)))

    def test_every_fact_is_derived_from_a_document(self, graph: rdflib.Graph) -> None:
        derived = rdflib.URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")
        for body in graph.objects(None, OA.hasBody):
            for document in graph.objects(body, derived):
                assert (document, RDF.type, SCHEMA.CreativeWork) in graph
            assert list(graph.objects(body, derived))


class TestFollowTheMoney:
    @pytest.fixture
    def entities(self, view: View) -> list[dict]:
        return [json.loads(line) for line in written(view, "ftm").splitlines()]

    def test_entities_refer_only_to_each_other(self, entities: Sequence[dict]) -> None:
        known = {one["id"] for one in entities}
        assert len(known) == len(entities)
        references = ("involved", "proof", "holder", "post", "document", "resolved", "organization")
        for one in entities:
            for name in references:
                assert set(one["properties"].get(name, ())) <= known, (one["schema"], name)

    def test_a_list_alone_brings_what_it_refers_to(self, view: View) -> None:
        for kind in BY_NAME["ftm"].lists:
            self.test_entities_refer_only_to_each_other(
                [json.loads(line) for line in written(view, "ftm", kind).splitlines()]
            )

    def test_who_met_where_and_in_which_post(self, entities: Sequence[dict]) -> None:
        by_id = {one["id"]: one for one in entities}
        (meeting,) = (
            one["properties"] for one in entities if one["properties"].get("name") == ["3rd Maritime Dialogue"]
        )
        names = {by_id[one]["properties"]["name"][0] for one in meeting["involved"]}
        assert names == {"Morocco", "Portugal", "Inês Cordeiro", "Youssef Lahlou"}
        held = {(by_id[o["properties"]["holder"][0]]["properties"]["name"][0],
                 by_id[o["properties"]["post"][0]]["properties"]["name"][0])
                for o in entities if o["schema"] == "Occupancy"}  # fmt: skip
        assert ("Inês Cordeiro", "Deputy Foreign Minister") in held

    @pytest.mark.filterwarnings("ignore")
    def test_the_library_takes_every_value(self, entities: Sequence[dict]) -> None:
        reason = "followthemoney needs the headers of ICU to be built, so that the tests do not install it"
        model = pytest.importorskip("followthemoney", reason=reason).model
        for one in entities:
            schema = model.get(one["schema"])
            assert set(schema.required) <= one["properties"].keys(), one
            for name, values in one["properties"].items():
                kind = schema.get(name).type
                assert [value for value in values if kind.clean(value) is None] == [], (one["schema"], name)


class TestGraphMl:
    @pytest.fixture
    def graph(self, view: View) -> networkx.Graph:
        return networkx.parse_graphml(written(view, "graphml").decode())

    def test_nodes_are_what_the_ledger_holds(self, graph: networkx.Graph, view: View) -> None:
        kinds = {kind: {n for n, d in graph.nodes(data=True) if d["kind"] == kind}
                 for kind in ("party", "person", "engagement", "instrument")}  # fmt: skip
        assert kinds["engagement"] == {one.id for one in view.merged_engagements()}
        assert kinds["person"] == {one.id for one in view.people()}
        assert kinds["instrument"] == {one.id for one in view.merged_instruments()}
        assert kinds["party"] == {"party:MA", "party:PT", "party:VN"}

    def test_people_are_joined_to_meetings_by_their_part_in_them(self, graph: networkx.Graph) -> None:
        (person,) = (n for n, d in graph.nodes(data=True) if d["name"] == "Inês Cordeiro")
        joined = {graph.nodes[other]["name"]: data for _, other, data in graph.edges(person, data=True)}
        assert joined["Portugal"]["relation"] == "for"
        assert joined["3rd Maritime Dialogue"]["role"] == "co-chair"
        assert all("kind" in data for _, data in graph.nodes(data=True))  # no edge made a node of its own

    def test_words_cannot_break_it(self, evil: View) -> None:
        networkx.parse_graphml(written(evil, "graphml").decode())


class TestSources:
    def test_bibtex(self, view: View, evil: View) -> None:
        library = bibtexparser.parse_string(written(view, "bibtex").decode())
        assert not library.failed_blocks
        assert {one.key for one in library.entries} == {one.id for one in view.documents()}
        (dated,) = (one for one in library.entries if "publisher" in one.fields_dict)
        assert (dated["publisher"], dated["year"], dated["month"], dated["day"]) == (
            "Lisbon Courier",
            "2024",
            "may",
            "14",
        )
        assert not bibtexparser.parse_string(written(evil, "bibtex").decode()).failed_blocks

    def test_ris(self, view: View) -> None:
        references = rispy.loads(written(view, "ris").decode().replace("\r\n", "\n"))
        assert {one["id"] for one in references} == {one.id for one in view.documents()}
        (dated,) = (one for one in references if "publisher" in one)
        assert (dated["publisher"], dated["year"], dated["date"]) == ("Lisbon Courier", "2024", "2024/05/14/")
        assert dated["title"] == "Portugal and Morocco hold third Maritime Dialogue"


class TestCalendar:
    def test_events_stand_on_their_days_under_stable_ids(self, view: View) -> None:
        calendar = icalendar.Calendar.from_ical(written(view, "ics"))
        events = {str(one["uid"]): one for one in calendar.walk("VEVENT")}
        assert events.keys() == {f"{one.id}@verbale" for one in view.merged_engagements()}
        third = next(one for one in events.values() if str(one["summary"]).startswith("3rd Maritime"))
        assert (third["dtstart"].dt, third["dtend"].dt, third["status"]) == (
            date(2024, 5, 14),
            date(2024, 5, 15),
            "CONFIRMED",
        )
        assert str(third["location"]) == "Lisbon, Portugal"
        assert "Inês Cordeiro (Deputy Foreign Minister, Portugal)\n" in str(third["description"])

    def test_what_is_announced_is_tentative_and_as_precise_as_its_source(self, view: View) -> None:
        calendar = icalendar.Calendar.from_ical(written(view, "ics"))
        (fourth,) = (one for one in calendar.walk("VEVENT") if one["status"] == "TENTATIVE")
        assert (fourth["dtstart"].dt, fourth["dtend"].dt) == (date(2025, 1, 1), date(2026, 1, 1))
        assert str(fourth["summary"]) == "4th Maritime Dialogue: Morocco and Portugal (2025)"
        assert fourth["transp"] == "TRANSPARENT"

    def test_lines_are_folded_at_octets_and_words_stay_words(self, evil: View) -> None:
        content = written(evil, "ics")
        assert max(map(len, content.split(b"\r\n"))) <= 75
        (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
        assert "a, b\nEND:VEVENT end" in str(event["description"])

    def test_what_has_no_date_is_told(self, tmp_path: Path) -> None:
        writing = Writing("undated.txt", "Talks\n\nThe two sides met.\n")
        meeting = Engagement("talks", writing.says("The two sides met."), parties=("MA", "PT"))
        with Ledger.open(tmp_path / "undated.db") as ledger:
            ledger.writer().add(writing.document, writing.reading(engagements=(meeting,)), b"x")
            notes = export(ledger.view(), BY_NAME["ics"], (), ALL, io.BytesIO())
        assert notes == ["1 of 1 engagements have no date and are not in the calendar."]


class TestEvents:
    def test_acts_and_meetings_have_their_codes_in_each_direction(self, view: View) -> None:
        rows = list(csv.DictReader(io.StringIO(written(view, "plover").decode())))
        found = {
            (r["kind"], r["source"], r["target"], r["event_type"], r["event_mode"], r["context"], r["cameo"])
            for r in rows
        }
        assert {
            ("agree", "MAR", "PRT", "AGREE", "", "military", "0312"),
            ("agree", "PRT", "MAR", "AGREE", "", "military", "0312"),
            ("request", "MAR", "PRT", "REQUEST", "assist", "military", "0212"),
            ("sign", "MAR", "PRT", "SUPPORT", "", "humanitarian", "057"),
            ("visit", "VNM", "MAR", "CONSULT", "visit", "", "042"),
            ("dialogue", "PRT", "MAR", "AGREE", "", "diplomatic", "036"),
        } <= found  # fmt: skip

    def test_every_type_of_act_and_kind_of_meeting_is_ruled_on(self) -> None:
        table = load("plover")
        assert set(table["acts"]) == set(ACT_TYPES)
        assert {topic for members in table["topics"].values() for topic in members} == set(load("topics"))
        assert set(table["engagements"]["held"]) <= set(ENGAGEMENT_KINDS)
        assert set(load("countries")["states"]) <= set(table["alpha3"])

    def test_codes_are_those_of_the_published_tables(self) -> None:
        roots = {
            "AGREE": "03",
            "CONSULT": "04",
            "SUPPORT": "05",
            "COOPERATE": "06",
            "AID": "07",
            "REQUEST": "02",
            "ACCUSE": "11",
        }
        topics = ["", *load("topics")]
        codes = [act_codes(kind, [topic], joint) for kind in ACT_TYPES for topic in topics for joint in (True, False)]
        for code in codes:
            assert code.get("plover") is None or code["cameo"].startswith(roots[code["plover"]])
            assert code.get("mode") in (None, "", "assist", "meet", "disapprove")

    def test_a_comment_has_no_plover_code_and_an_exhibition_none(self, view: View) -> None:
        assert act_codes("report", ["trade"]) == {"plover": None, "mode": None, "context": "economic", "cameo": "010"}
        says = view.engagements()[0].entry.evidence
        assert engagement_codes(Engagement("exhibition", says)) == {}
        assert engagement_codes(Engagement("talks", says, parties=("MA", "PT"), country="ES"))["mode"] == "third-party"


def test_every_form_has_a_module_of_its_own() -> None:
    assert len({form.module for form in FORMATS}) == len(FORMATS)
    for form in FORMATS:
        assert callable(importlib.import_module(form.module).write)
