-- What a list of meetings shows, and who holds each: said by the holder's sender, so that nobody reads lines for a list.

ALTER TABLE clerk.meeting
    ADD COLUMN body text NOT NULL DEFAULT '',
    ADD COLUMN day text NOT NULL DEFAULT '',
    ADD COLUMN state text NOT NULL DEFAULT '',
    ADD COLUMN entries integer NOT NULL DEFAULT 0,
    ADD COLUMN holder text NOT NULL DEFAULT '',
    ADD COLUMN machine text NOT NULL DEFAULT '';

-- Two machines that make a meeting of the same papers are found by body and day.
CREATE INDEX meeting_of_day ON clerk.meeting (day, body);

CREATE FUNCTION clerk.label(wanted text, held integer, by_whom text, on_machine text, of_body text, on_day text,
    stands text, so_many integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM clerk.name_held(wanted, held);
    UPDATE clerk.meeting SET holder = by_whom, machine = on_machine, body = of_body, day = on_day, state = stands,
        entries = so_many WHERE id = wanted;
END $$;

REVOKE ALL ON FUNCTION clerk.label(text, integer, text, text, text, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clerk.label(text, integer, text, text, text, text, text, integer) TO clerk_writer;
