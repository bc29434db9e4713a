"""TinyDB over a journal: every call on every table, and each trap found in TinyDB 4.9."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keeping import entry, lines_of
from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from store import disk
from store.errors import CannotBeStored, NotRecorded, ReadOnly, RecordIsAppendOnly
from store.following import read_tables
from store.journal import Journal, create
from store.lines import EVENTS, encode
from store.tables import JournalDB, JournalStorage


def contents(db: TinyDB) -> dict[str, dict[int, Any]]:
    return {name: {row.doc_id: dict(row) for row in db.table(name)} for name in sorted(db.tables())}


def reopened(path: Path) -> dict[str, dict[int, Any]]:
    db = JournalDB(None)
    db.storage.take(Journal(path).take_lines())
    return contents(db)


# One call, one line, of what changed


def test_each_call_writes_one_line(db: JournalDB, path: Path) -> None:
    people = db.table("people")
    calls = [
        lambda: people.insert({"name": "Ash"}),
        lambda: people.insert_multiple({"name": name} for name in ("Oak", "Elm", "Yew")),
        lambda: people.update({"voting": True}),
        lambda: people.update({"seat": 1}, where("name") == "Oak"),
        lambda: people.update(increment("seat"), doc_ids=[2]),
        lambda: people.update_multiple([({"seat": 5}, where("name") == "Elm"), (delete("seat"), where("seat") == 2)]),
        lambda: people.upsert({"name": "Fir"}, where("name") == "Fir"),
        lambda: people.upsert({"name": "Fir", "seat": 9}, where("name") == "Fir"),
        lambda: people.upsert(Document({"name": "Box"}, doc_id=70)),
        lambda: people.remove(where("name") == "Yew"),
        lambda: people.remove(doc_ids=[70]),
        lambda: people.truncate(),
        lambda: db.insert({"in": "the default table"}),
        lambda: db.table("bodies").upsert({"name": "CLLC"}, where("name") == "CLLC"),
        lambda: db.drop_table("people"),
        lambda: db.drop_tables(),
    ]
    for number, call in enumerate(calls, start=1):
        call()
        assert lines_of(path) == number
        assert reopened(path) == contents(db)


def test_a_call_that_changes_nothing_writes_nothing(db: JournalDB, path: Path) -> None:
    people = db.table("people")
    people.insert({"name": "Ash"})
    size = path.stat().st_size
    people.update({"name": "Ash"})
    people.update({"seat": 1}, where("name") == "Oak")
    people.remove(where("name") == "Oak")
    people.remove(doc_ids=[9])
    people.upsert({"name": "Ash"}, where("name") == "Ash")
    db.drop_table("bodies")
    db.storage.write(db.storage.read())
    assert path.stat().st_size == size


def test_update_and_remove_write_only_the_rows_that_differ(db: JournalDB, path: Path) -> None:
    people = db.table("people")
    people.insert_multiple({"name": f"P{number}"} for number in range(50))
    people.update({"seat": "a"}, where("name") == "P7")
    people.remove(where("name") == "P8")
    *_, update, remove = path.read_bytes().splitlines()
    assert b'"changes":{"8":{"name":"P7","seat":"a"}},' in update
    assert b'"changes":{"9":null},' in remove


def test_a_change_between_values_that_python_holds_equal_is_written(db: JournalDB, path: Path) -> None:
    db.insert({"voting": 1})
    db.update({"voting": True})
    assert db.all() == [{"voting": True}]
    assert db.all()[0]["voting"] is True
    assert reopened(path)["_default"][1]["voting"] is True


# Ids: str in read(), int in _update_table


def test_read_has_text_numbers_and_the_callers_have_whole_ones(db: JournalDB) -> None:
    db.table("people").insert({"name": "Ash"})
    assert list(db.storage.read()["people"]) == ["1"]
    assert [row.doc_id for row in db.table("people")] == [1]
    seen: list[Any] = []
    db.table("people")._update_table(lambda table: seen.extend(table))
    assert seen == [1]
    assert db.table("people").get(doc_id=1) == {"name": "Ash"}
    assert db.table("people").contains(doc_id=1)
    assert db.table("people").get(doc_ids=[1, 2]) == [{"name": "Ash"}]


# Nothing but a written line reaches memory


def test_a_failed_updater_changes_nothing(db: JournalDB, path: Path) -> None:
    people = db.table("people")
    people.insert_multiple([{"name": "Ash", "seats": [1]}, {"name": "Oak", "seats": [2]}])

    def half(row: Any) -> None:
        row["seats"].append(9)
        if row["name"] == "Oak":
            raise ZeroDivisionError

    size = path.stat().st_size
    with pytest.raises(ZeroDivisionError):
        people.update(half)
    assert people.all() == [{"name": "Ash", "seats": [1]}, {"name": "Oak", "seats": [2]}]
    assert path.stat().st_size == size


def test_a_failed_insert_multiple_inserts_nothing_and_uses_up_no_number(db: JournalDB) -> None:
    with pytest.raises(ValueError, match="not a Mapping"):
        db.insert_multiple([{"name": "Ash"}, "Oak"])
    assert db.all() == []
    assert db.insert({"name": "Elm"}) == 1


def test_what_the_caller_does_afterwards_does_not_reach_memory(db: JournalDB) -> None:
    row = {"name": "Ash", "seats": [1]}
    db.insert(row)
    row["seats"].append(2)
    for got in (db.all()[0], db.get(where("name") == "Ash"), db.get(doc_id=1), db.search(where("name") == "Ash")[0]):
        got["seats"].append(3)
        got["name"] = "Oak"
    next(iter(db))["seats"].clear()
    fields = {"roles": ["chair"]}
    db.update(fields)
    fields["roles"].append("vice")
    db.storage.read()["_default"]["1"]["seats"].append(4)
    assert db.all() == [{"name": "Ash", "seats": [1], "roles": ["chair"]}]


def test_a_condition_that_alters_rows_alters_only_its_own_copy(db: JournalDB) -> None:
    db.insert({"seats": [1]})
    assert db.search(lambda row: row["seats"].append(2) or True) == [{"seats": [1, 2]}]
    assert db.all() == [{"seats": [1]}]


def test_memory_holds_what_decoding_the_line_gives(db: JournalDB, path: Path) -> None:
    db.insert({"pair": (1, 2), 3: "three", "gone": float("nan")})
    assert db.all() == [{"pair": [1, 2], "3": "three", "gone": None}]
    assert reopened(path)["_default"][1] == db.all()[0]


def test_what_cannot_be_stored_changes_nothing(db: JournalDB) -> None:
    db.insert({"name": "Ash"})
    with pytest.raises(CannotBeStored):
        db.insert({"name": object()})
    with pytest.raises(CannotBeStored):
        db.update({"name": object()})
    assert db.all() == [{"name": "Ash"}]
    assert db.insert({"name": "Oak"}) == 2


def test_what_does_not_reach_the_disk_does_not_reach_memory(db: JournalDB, fail: Any) -> None:
    people = db.table("people")
    people.insert({"name": "Ash"})
    for call in (
        lambda: people.insert({"name": "Oak"}),
        lambda: people.update({"name": "Elm"}),
        lambda: people.truncate(),
        lambda: db.drop_table("people"),
        lambda: db.drop_tables(),
    ):
        fail("sync")
        with pytest.raises(NotRecorded):
            call()
        assert contents(db) == {"people": {1: {"name": "Ash"}}}


def test_rows_may_be_written_while_somebody_goes_through_them(db: JournalDB) -> None:
    db.insert_multiple({"seat": seat} for seat in range(3))
    for row in db:
        db.insert({"seat": row["seat"] + 10})
        db.remove(doc_ids=[row.doc_id])
    assert [row["seat"] for row in db] == [10, 11, 12]


# drop_table writes through write(data)


def test_dropped_tables_are_gone_after_reopening(db: JournalDB, path: Path) -> None:
    for name in ("people", "bodies", "meetings"):
        db.table(name).insert({"name": name})
    db.drop_table("people")
    assert reopened(path).keys() == {"bodies", "meetings"}
    db.drop_tables()
    assert reopened(path) == {}
    assert db.table("people").insert({"name": "again"}) == 1


def test_write_takes_changes_to_several_tables_in_one_line(db: JournalDB, path: Path) -> None:
    db.table("people").insert_multiple([{"name": "Ash"}, {"name": "Oak"}])
    db.table("bodies").insert({"name": "CLLC"})
    before = lines_of(path)
    db.storage.write({"people": {2: {"name": "Elm"}}, "new": {}, "meetings": {"4": {"name": "m"}}})
    assert lines_of(path) == before + 1
    assert contents(db) == {"people": {2: {"name": "Elm"}}, "new": {}, "meetings": {4: {"name": "m"}}}
    assert reopened(path) == contents(db)


def test_an_empty_table_asked_for_is_kept(db: JournalDB, path: Path) -> None:
    db.table("people", persist_empty=True)
    assert reopened(path) == {"people": {}} == contents(db)


# The query cache


def test_answers_are_not_remembered(db: JournalDB, path: Path) -> None:
    reader = JournalDB(None)
    seats = reader.table("people", cache_size=100)
    assert seats.search(where("seat") == "a") == []
    db.table("people").insert({"seat": "a"})
    reader.storage.take(Journal(path).take_lines())
    assert seats.search(where("seat") == "a") == [{"seat": "a"}]
    assert seats.count(where("seat") == "a") == 1


# Numbers


def test_numbers_are_never_used_twice(db: JournalDB, path: Path) -> None:
    people = db.table("people")
    people.insert_multiple([{}, Document({}, doc_id=7), {}])
    assert [row.doc_id for row in people] == [1, 7, 2]
    people.remove(doc_ids=[7])
    db.close()
    again = JournalDB(Journal(path))
    assert again.table("people").insert({}) == 8
    again.close()


def test_insert_multiple_does_not_write_over_a_row_of_the_same_call(db: JournalDB) -> None:
    ids = db.insert_multiple(
        [Document({"name": "Ash"}, doc_id=2), Document({"name": "Oak"}, doc_id=1), {"name": "Elm"}]
    )
    assert ids == [2, 1, 3]
    assert sorted(row["name"] for row in db) == ["Ash", "Elm", "Oak"]


def test_a_number_that_is_taken_is_refused(db: JournalDB) -> None:
    db.insert({"name": "Ash"})
    with pytest.raises(ValueError, match="already exists"):
        db.insert(Document({"name": "Oak"}, doc_id=1))
    with pytest.raises(ValueError, match="already exists"):
        db.insert_multiple([{"name": "Elm"}, Document({"name": "Oak"}, doc_id=1)])
    assert db.all() == [{"name": "Ash"}]


def test_entries_are_numbered_by_the_journal(db: JournalDB, path: Path) -> None:
    events = db.table(EVENTS)
    assert [events.insert(entry(1)), *events.insert_multiple([entry(2), entry(3)])] == [1, 2, 3]
    db.table("people").insert({})
    assert db._tables.pop(EVENTS) is events
    other = db.table(EVENTS)
    assert [other.insert(entry(4)), events.insert(entry(5)), other.insert(entry(6))] == [4, 5, 6]
    for wrong in (3, 8, 70):
        with pytest.raises((RecordIsAppendOnly, ValueError)):
            events.insert(Document(entry(7), doc_id=wrong))
    assert events.insert(Document(entry(7), doc_id=7)) == 7
    assert list(reopened(path)[EVENTS]) == [1, 2, 3, 4, 5, 6, 7]


# Only added to


def refused() -> Iterator[Any]:
    yield "update", lambda db, events: events.update({"by": "al"})
    yield "update one", lambda db, events: events.update({"by": "al"}, doc_ids=[1])
    yield "update by hand", lambda db, events: events.update(lambda row: row["events"].clear(), where("by") == "jo")
    yield "update_multiple", lambda db, events: events.update_multiple([({"by": "al"}, where("by") == "jo")])
    yield "upsert", lambda db, events: events.upsert({"by": "al"}, where("by") == "jo")
    yield "upsert one", lambda db, events: events.upsert(Document({"by": "al"}, doc_id=1))
    yield "remove", lambda db, events: events.remove(where("by") == "jo")
    yield "remove one", lambda db, events: events.remove(doc_ids=[2])
    yield "truncate", lambda db, events: events.truncate()
    yield "persist_empty", lambda db, events: (db._tables.clear(), db.table(EVENTS, persist_empty=True))
    yield "drop_table", lambda db, events: db.drop_table(EVENTS)
    yield "drop_tables", lambda db, events: db.drop_tables()
    yield "write", lambda db, events: db.storage.write({"people": {}, EVENTS: {"1": entry(9), "2": entry(2)}})
    yield "write fewer", lambda db, events: db.storage.write({"people": {}, EVENTS: {"1": entry(1)}})


@pytest.mark.parametrize("call", [pytest.param(call, id=name) for name, call in refused()])
def test_what_would_change_or_remove_an_entry_is_refused(db: JournalDB, path: Path, call: Any) -> None:
    db.table("people").insert({"name": "Ash"})
    db.table(EVENTS).insert_multiple([entry(1), entry(2)])
    before, there = contents(db), path.read_bytes()
    with pytest.raises(
        RecordIsAppendOnly, match=r"The record of a meeting can only be added to: .* Nothing was changed"
    ):
        call(db, db.table(EVENTS))
    assert contents(db) == before
    assert path.read_bytes() == there
    assert db.table(EVENTS).insert(entry(3)) == 3


def test_what_changes_no_entry_is_no_harm(db: JournalDB, path: Path) -> None:
    events = db.table(EVENTS)
    events.insert(entry(1))
    there = path.read_bytes()
    assert events.update({"by": "al"}, where("by") == "nobody") == []
    assert events.remove(where("by") == "nobody") == []
    assert path.read_bytes() == there
    assert events.upsert(entry(2), where("by") == "nobody") == [2]


def test_a_readers_tables_cannot_be_written(db: JournalDB, path: Path) -> None:
    db.table("people").insert({"name": "Ash"})
    reader = read_tables(path)
    assert isinstance(reader, JournalStorage)
    with pytest.raises(ReadOnly):
        reader.record("people", {"2": {"name": "Oak"}})
    assert list(reader.read()["people"].values()) == [{"name": "Ash"}]


# Any sequence of calls

names = st.sampled_from(["a", "b", "c"])
words = st.text(max_size=4)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)
rows = st.fixed_dictionaries({"key": names}, optional={"value": values, "more": values})
fields = st.dictionaries(st.sampled_from(["key", "value"]), names | st.integers(), min_size=1)
numbers = st.integers(1, 8)
tables = st.sampled_from(["people", "bodies"])
operations = st.one_of(
    st.tuples(st.just("insert"), tables, rows),
    st.tuples(st.just("insert_as"), tables, numbers, rows),
    st.tuples(st.just("insert_multiple"), tables, st.lists(rows, max_size=3)),
    st.tuples(st.just("update"), tables, fields, names),
    st.tuples(st.just("update_by_hand"), tables, names),
    st.tuples(st.just("update_numbers"), tables, fields, st.lists(numbers, max_size=3, unique=True)),
    st.tuples(st.just("update_multiple"), tables, st.lists(st.tuples(fields, names), max_size=3)),
    st.tuples(st.just("upsert"), tables, rows, names),
    st.tuples(st.just("remove"), tables, names),
    st.tuples(st.just("remove_numbers"), tables, st.lists(numbers, max_size=3, unique=True)),
    st.tuples(st.just("truncate"), tables),
    st.tuples(st.just("drop_table"), tables),
    st.tuples(st.just("drop_tables"), tables),
)


def grow(row: Any) -> None:
    row.setdefault("grown", []).append(len(row))


def carry_out(db: TinyDB, name: str, what: str, *given_: Any, as_numbered: list[int] | None = None) -> list[int]:
    """Do one operation; new rows take the numbers ``as_numbered`` where TinyDB and the journal count differently."""

    def numbered(rows: list[Any]) -> list[Any]:
        return [Document(row, number) for row, number in zip(rows, as_numbered, strict=True)] if as_numbered else rows

    table = db.table(name)
    match what, *given_:
        case "insert", row:
            return [table.insert(numbered([row])[0])]
        case "insert_as", number, row:
            return [] if table.contains(doc_id=number) else [table.insert(Document(row, number))]
        case "insert_multiple", new:
            return table.insert_multiple(numbered(new))
        case "update", change, key:
            return table.update(change, where("key") == key)
        case "update_by_hand", key:
            return table.update(grow, where("key") == key)
        case "update_numbers", change, which:
            return table.update(change, doc_ids=which)
        case "update_multiple", changes:
            return table.update_multiple([(change, where("key") == key) for change, key in changes])
        case "upsert", row, key:
            if not table.contains(where("key") == key):
                row = numbered([row])[0]
            return table.upsert(row, where("key") == key)
        case "remove", key:
            return table.remove(where("key") == key)
        case "remove_numbers", which:
            return table.remove(doc_ids=which)
        case "truncate", *_:
            table.truncate()
        case "drop_table", *_:
            db.drop_table(name)
        case "drop_tables", *_:
            db.drop_tables()
    return []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(operations, max_size=15))
def test_any_calls_give_what_tinydb_in_memory_gives_and_reopening_the_same(calls: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "sync", lambda fd: None)
        path = Path(folder, "m.journal")
        create(path, "m")
        db, model = JournalDB(Journal(path)), TinyDB(storage=MemoryStorage)
        for what, name, *given_ in calls:
            before = lines_of(path)
            ids = carry_out(db, name, what, *given_)
            assert lines_of(path) <= before + 1
            assert carry_out(model, name, what, *given_, as_numbered=ids) == ids
            # As text, so that the order of rows and the kind of each number count too.
            assert encode(contents(db)) == encode(contents(model))
        db.close()
        assert encode(reopened(path)) == encode(contents(model))
