"""What goes into PostgreSQL and comes out of it: texts that it cannot hold, their order, and addresses."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import TEXT, sample

from postgresql_server import USER, Server
from verbale.ledger import Added, Ledger
from verbale.ledger.dialects import postgresql_address, postgresql_rows


class TestTexts:
    @given(st.text(st.sampled_from("\0\x01\x02ab\\\n\t")))
    def test_texts_come_back(self, text: str) -> None:
        stored = postgresql_rows.stored(text)
        assert "\0" not in stored
        assert postgresql_rows.loaded(stored) == text

    @given(st.text(st.sampled_from("\0\x01\x02a")), st.text(st.sampled_from("\0\x01\x02a")))
    def test_their_order_is_kept(self, one: str, other: str) -> None:
        assert (one < other) == (postgresql_rows.stored(one) < postgresql_rows.stored(other))

    def test_texts_are_sorted_by_code_points(self, filled_postgresql: Ledger) -> None:
        names = ["b", "a", "B", "Á", "á", "z", "Z", "-a", "\0a", "\x01a", "đ", "𝒳", "\uffee"]
        for number, name in enumerate(names):
            filled_postgresql.writer().add(*sample(f"{name}.txt", f"{TEXT} {number}"))
        table = sa.table("sources", sa.column("name", sa.Text))
        with filled_postgresql.dialect.reading().begin() as connection:
            found = list(connection.scalars(sa.select(table.c.name).order_by(table.c.name)))
        assert found == sorted(found)
        assert len(found) == len(names) + 1

    def test_a_number_that_no_column_holds(self) -> None:
        with pytest.raises(OverflowError):
            postgresql_rows.whole(2**63)


class TestAddresses:
    def test_what_is_left_out_is_filled_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LOGNAME", "ann")
        found = postgresql_address.parse("postgresql:///readouts?host=/run/sockets", {"PGPASSWORD": "x"})
        assert (found.user, found.host, found.port, found.database) == ("ann", "/run/sockets", 5432, "readouts")
        assert (found.password, found.shown) == ("x", "postgresql://ann@%2Frun%2Fsockets/readouts")
        assert postgresql_address.parse("postgresql://").database == "ann"

    def test_names_may_hold_anything(self) -> None:
        found = postgresql_address.parse("postgresql://a%40b:p%2Fw@[::1]:6000/my%20ledger?sslmode=verify-full")
        assert (found.user, found.password, found.host, found.port) == ("a@b", "p/w", "::1", 6000)
        assert (found.database, found.mode) == ("my ledger", "verify-full")
        assert found.shown == "postgresql://a%40b@[::1]:6000/my%20ledger"

    def test_a_socket(self, postgresql_server: Server, database: str) -> None:
        where = f"host={postgresql_server.folder}&port={postgresql_server.port}&user={USER}"
        address = f"postgresql:///{database}?{where}&password={'s3cret%2F%40%3Aword'}"
        with Ledger.open(address) as ledger:
            assert isinstance(ledger.writer().add(*sample()), Added)
            assert "s3cret" not in ledger.address
