"""The database itself refuses what does not follow, whatever a client does; and each role may do its own, no more."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from store.book.address import Address
from store.book.connection import Book, Label, Row
from store.book.errors import DoesNotFollow
from store.book.journal_lines import JournalLines
from store.book.sending import Elsewhere, MadeTwice, Sending
from store.book.verifying import verify
from store.lines import first_line, next_line
from store.meetings import Kept
from tests.book.serving import Server

MEETING = "5f0c5f0c5f0c5f0c"


def chain(count: int, name: str = "2031-03-12-plc", meeting: str = MEETING, words: str = "") -> list[Row]:
    """The lines of a meeting with so many entries."""
    data, place = first_line(name, meeting)
    rows = [Row(0, 1, data.decode()[:-1])]
    for number in range(1, count + 1):
        entry = {"recorded": "2031-03-12T19:00:00", "by": "jo", "events": [{"type": "Minuted", "text": f"é {words}"}]}
        data, place = next_line(place, "events", {str(number): entry})
        rows.append(Row(number, 1, data.decode()[:-1]))
    return rows


def after(rows: list[Row], table: str, changes: dict[str, object], epoch: int, number: int | None = None) -> Row:
    """A line that follows, in its journal, the last of these."""
    from store.lines import Place

    place = Place((number or rows[-1].number + 1) - 1, rows[-1].line[-66:-2].encode(), 0)
    data, _ = next_line(place, table, changes)
    return Row(place.number + 1, epoch, data.decode()[:-1])


def test_lines_come_back_byte_for_byte(book: Book) -> None:
    rows = chain(40, words='"\\u0000 \\ud83d 😀 </script>')
    book.add(MEETING, rows[:1])
    book.add(MEETING, rows[1:])
    assert book.lines(MEETING) == rows
    head = book.head(MEETING)
    assert head is not None
    assert (head.number, head.hash, head.epoch, head.name) == (40, rows[-1].line[-66:-2], 1, "2031-03-12-plc")
    assert [one.fault for one in verify(book)] == [""]


def taken(rows: list[Row], epoch: int) -> Row:
    return after(rows, "TakenOver", {str(epoch): {"epoch": epoch, "by": "al", "machine": "two", "recorded": ""}}, epoch)


ROWS = chain(5)
OTHER = chain(5, words="otherwise")
WRONG = {
    "a number left out": [ROWS[2]],
    "a number again": [ROWS[0]],
    "a number below nought": [ROWS[1]._replace(number=-1)],
    "a number that the line does not have": [after(ROWS[:1], "events", {}, 1, number=7)._replace(number=1)],
    "a hash over something else": [ROWS[1]._replace(line=ROWS[1].line.replace("jo", "al"))],
    "a hash of another chain": [ROWS[1], OTHER[2]],
    "no hash": [ROWS[1]._replace(line='{"n":1,"table":"events","changes":{}}')],
    "two lines in one": [ROWS[1]._replace(line=f"{ROWS[1].line}\n{ROWS[2].line}")],
    "a line's end": [ROWS[1]._replace(line=f"{ROWS[1].line}\n")],
    "an epoch to come": [ROWS[1]._replace(epoch=2)],
    "an epoch of none": [ROWS[1]._replace(epoch=0)],
    "a take-over in the epoch before it": [taken(ROWS[:1], 2)._replace(epoch=1)],
    "a take-over that leaves an epoch out": [taken(ROWS[:1], 3)],
    "a take-over of its own epoch": [taken(ROWS[:1], 1)],
    "an old holder's line": [taken(ROWS[:1], 2), after([ROWS[0], taken(ROWS[:1], 2)], "events", {}, 1)],
}


@pytest.mark.parametrize("what", WRONG)
def test_what_does_not_follow_is_refused_and_changes_nothing(book: Book, what: str) -> None:
    book.add(MEETING, ROWS[:1])
    *good, bad = WRONG[what]
    for row in good:
        book.add(MEETING, [row])
    with pytest.raises(DoesNotFollow):
        book.add(MEETING, [bad])
    assert book.lines(MEETING) == [ROWS[0], *good]
    follows = taken([ROWS[0], *good], 3 if good and good[-1].epoch == 2 else 2)
    book.add(MEETING, [follows])
    assert [one.fault for one in verify(book)] == [""]


@pytest.mark.parametrize(
    "line",
    ["", "{}", "nonsense", '{"clerk":"journal","version":1,"meeting":"m","id":"another"}', '{"clerk":"other"}'],
)
def test_a_meeting_begins_with_its_own_first_line(book: Book, line: str) -> None:
    from hashlib import sha256

    body = line.removesuffix("}")
    sealed = f'{body},"hash":"{sha256(body.encode()).hexdigest()}"}}'
    with pytest.raises(DoesNotFollow):
        book.add(MEETING, [Row(0, 1, sealed)])
    assert book.heads() == []


def test_of_two_clients_at_once_one_goes_on(url: str) -> None:
    with Book(Address(url)) as one, Book(Address(url)) as two:
        one.add(MEETING, ROWS[:3])
        one.connection.execute("BEGIN")
        one.connection.execute("INSERT INTO clerk.line (meeting, n, epoch, line) VALUES (%s, %s, %s, %s)",
                               (MEETING, *ROWS[3]))  # fmt: skip
        two.connection.execute("SET lock_timeout = '200ms'")
        with pytest.raises(psycopg.Error):
            two.connection.execute("INSERT INTO clerk.line (meeting, n, epoch, line) VALUES (%s, %s, %s, %s)",
                                   (MEETING, *taken(ROWS[:3], 2)))  # fmt: skip
        one.connection.execute("COMMIT")
        with pytest.raises(DoesNotFollow):
            two.add(MEETING, [taken(ROWS[:3], 2)])
        assert one.lines(MEETING) == ROWS[:4]


DENIED = {
    "clerk_writer": [
        "UPDATE clerk.line SET line = ''",
        "DELETE FROM clerk.line",
        "TRUNCATE clerk.line",
        "UPDATE clerk.meeting SET head = 0",
        "UPDATE clerk.meeting SET epoch = 9",
        "DELETE FROM clerk.meeting",
        "INSERT INTO clerk.meeting (id, name, head, hash, epoch) VALUES ('x', 'x', 0, '', 1)",
        "INSERT INTO clerk.line (meeting, n, epoch, line, at) VALUES ('x', 0, 1, '', now())",
        "UPDATE clerk.board SET state = ''",
        "DELETE FROM clerk.board",
        "DELETE FROM clerk.published",
        "UPDATE clerk.version SET version = 9",
        "DROP TABLE clerk.line",
        "ALTER TABLE clerk.line DISABLE TRIGGER ALL",
        "CREATE TABLE clerk.mine (n int)",
        "CREATE OR REPLACE FUNCTION clerk.follows() RETURNS trigger LANGUAGE sql AS 'SELECT 1'",
        "SELECT clerk.begins('x', 'x')",
        "SELECT clerk.name_held('x', 1)",
        "SET session_replication_role = replica",
    ],
    "clerk_reader": [
        "INSERT INTO clerk.line (meeting, n, epoch, line) VALUES ('x', 0, 1, '')",
        "UPDATE clerk.line SET line = ''",
        "DELETE FROM clerk.line",
        "TRUNCATE clerk.line",
        "SELECT clerk.show('x', 1, '')",
        "SELECT clerk.publish('x', 1, '', '')",
        "SELECT clerk.label('x', 1, '', '', '', '', '', 1)",
        "UPDATE clerk.board SET state = ''",
    ],
    "clerk_public": [
        "SELECT * FROM clerk.line",
        "SELECT count(*) FROM clerk.line",
        "SELECT line FROM clerk.line LIMIT 1",
        "COPY clerk.line TO STDOUT",
        "SELECT * FROM clerk.meeting",
        "SELECT name FROM clerk.meeting",
        "SELECT * FROM clerk.version",
        "INSERT INTO clerk.line (meeting, n, epoch, line) VALUES ('x', 0, 1, '')",
        "SELECT clerk.show('x', 1, '')",
        "SELECT clerk.label('x', 1, '', '', '', '', '', 1)",
        "INSERT INTO clerk.board (meeting, name, state) VALUES ('x', 'x', 'x')",
        "DELETE FROM clerk.published",
    ],
}


@pytest.mark.parametrize(("role", "statement"), [(role, one) for role, every in DENIED.items() for one in every])
def test_what_a_role_may_not(server: Server, shared: str, role: str, statement: str) -> None:
    user = _users.setdefault((shared, role), "") or server.user(shared, role)
    _users[shared, role] = user
    with (
        psycopg.connect(user, autocommit=True) as connection,
        pytest.raises((errors.InsufficientPrivilege, errors.RaiseException)),
    ):
        connection.execute(statement)  # type: ignore[call-overload]


_users: dict[tuple[str, str], str] = {}


@pytest.fixture(scope="session")
def shared(server: Server) -> str:
    """One database with a meeting in it, for tests that change nothing."""
    url = server.database()
    with Book(Address(url)) as book:
        book.add(MEETING, ROWS)
        book.show(MEETING, 1, "{}")
    return url


@pytest.mark.parametrize(
    "statement", ["UPDATE clerk.line SET line = ''", "DELETE FROM clerk.line", "TRUNCATE clerk.line"]
)
def test_not_even_the_owner_changes_a_line_by_mistake(shared: str, statement: str) -> None:
    with psycopg.connect(shared, autocommit=True) as connection, pytest.raises(psycopg.Error) as refused:
        connection.execute(statement)  # type: ignore[call-overload]
    assert refused.value.sqlstate == "CK005"


def test_no_client_role_owns_anything_and_functions_have_a_fixed_path(shared: str) -> None:
    with psycopg.connect(shared) as connection:
        owners = connection.execute(
            "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE relnamespace = 'clerk'::regnamespace"
        ).fetchall()
        paths = connection.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'clerk'::regnamespace"
            " AND NOT coalesce(proconfig::text LIKE '%search_path=pg_catalog, pg_temp%', false)"
        ).fetchall()
        open_to_all = connection.execute(
            "SELECT proname FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner)))"
            " WHERE pronamespace = 'clerk'::regnamespace AND grantee = 0"
        ).fetchall()
    assert owners == [("postgres",)]
    assert paths == []
    assert open_to_all == []


def test_each_role_may_do_its_own(server: Server, url: str) -> None:
    with Book(Address(server.user(url, "clerk_writer"))) as book:
        book.add(MEETING, ROWS, Label("jo", "one", "Parks", "2031-03-12", "open", 5))
        book.show(MEETING, 1, '{"name":"Parks"}')
        book.publish(MEETING, 1, "html", "<p>")
    with Book(Address(server.user(url, "clerk_reader"))) as book:
        assert book.lines(MEETING) == ROWS
        assert book.heads()[0].machine == "one"
    with Book(Address(server.user(url, "clerk_public")), checked=False) as book:
        assert [row[:3] for row in book.boards_since(None)] == [(MEETING, "2031-03-12-plc", '{"name":"Parks"}')]
        assert book.published_of([MEETING], "html") == {MEETING: "<p>"}


def test_a_hint_carries_an_id_and_a_number(url: str) -> None:
    with Book(Address(url)) as book, Book(Address(url)) as other:
        assert other.listen()
        book.add(MEETING, ROWS[:1])
        assert other.hear(5) == [f"{MEETING} 0"]


def test_who_was_taken_over_shows_no_more(book: Book) -> None:
    book.add(MEETING, ROWS[:2])
    book.show(MEETING, 1, "a")
    book.add(MEETING, [taken(ROWS[:2], 2)])
    for write in (
        lambda: book.show(MEETING, 1, "b"),
        lambda: book.publish(MEETING, 1, "html", "b"),
        lambda: book.label(MEETING, 1, Label("jo")),
    ):
        with pytest.raises(DoesNotFollow):
            write()
    assert book.boards_since(None)[0][2] == "a"


# A journal's own sending


def kept(home: Path, name: str = "2031-03-12-plc", count: int = 3) -> Kept:
    entry = {"recorded": "2031-03-12T19:00:00", "by": "jo", "events": []}
    kept = Kept.create(home, name, entry, by="jo")
    for _ in range(count):
        kept.append(entry)
    return kept


def label(body: str = "Parks") -> Label:
    return Label("jo", "one", body, "2031-03-12", "open", 1)


def test_a_journal_is_sent_and_gone_on_with(book: Book, tmp_path: Path) -> None:
    with kept(tmp_path) as meeting:
        sending = Sending(meeting.path, lambda lines: label())
        sending.meet(book)
        assert sending.send(book) == 5
        meeting.append({"recorded": "", "by": "jo", "events": []})
        assert sending.behind == 0
        assert sending.journal.look()
        assert sending.send(book) == 1
    again = Sending(meeting.path)
    again.meet(book)
    assert again.behind == 0
    data = "".join(f"{row.line}\n" for row in book.lines(again.journal.meeting)).encode()
    assert data == meeting.path.read_bytes()


def test_a_meeting_made_twice_is_asked_about(book: Book, tmp_path: Path) -> None:
    for home in ("one", "two"):
        with kept(tmp_path / home) as meeting:
            sending = Sending(meeting.path, lambda lines: label())
            if home == "one":
                sending.meet(book)
                sending.send(book)
            else:
                with pytest.raises(MadeTwice) as asked:
                    sending.meet(book)
                assert "--another" in str(asked.value)
                assert "on one" in str(asked.value)
                sending = Sending(meeting.path, lambda lines: label(), another=True)
                sending.meet(book)
                assert sending.send(book) == 5
    assert len(book.heads()) == 2


def test_a_copy_that_was_written_apart_is_found(book: Book, tmp_path: Path) -> None:
    with kept(tmp_path / "one") as one:
        sending = Sending(one.path)
        sending.meet(book)
        sending.send(book)
        copy = tmp_path / "copy.journal"
        copy.write_bytes(one.path.read_bytes())
        one.append({"recorded": "", "by": "jo", "events": []})
        sending.journal.look()
        sending.send(book)
    older = Sending(copy)
    with pytest.raises(Elsewhere, match="older copy"):
        older.meet(book)
    with Kept.open(copy) as other:
        other.append({"recorded": "", "by": "al", "events": []})
        other.append({"recorded": "", "by": "al", "events": []})
    with pytest.raises(Elsewhere) as apart:
        older.meet(book)
    assert apart.value.common == 4
    assert [line.number for line in apart.value.unsent] == [5, 6]


def test_lines_are_read_on_as_they_come(tmp_path: Path) -> None:
    with kept(tmp_path) as meeting:
        lines = JournalLines(meeting.path)
        assert lines.look()
        assert not lines.look()
        meeting.append({"recorded": "", "by": "é😀", "events": []})
        assert lines.look()
        assert "".join(f"{line.text}\n" for line in lines.lines).encode() == meeting.path.read_bytes()
