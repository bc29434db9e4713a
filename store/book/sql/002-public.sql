-- What the public may read: boards and published minutes, filled by the writers' senders, and never a line.

CREATE TABLE clerk.board (
    meeting text PRIMARY KEY,
    name text NOT NULL,
    state text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE clerk.published (
    meeting text NOT NULL,
    form text NOT NULL,
    content text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (meeting, form)
);

-- Who has been taken over may not go on showing: the epoch is looked at under the same lock as for a line.
CREATE FUNCTION clerk.name_held(wanted text, held integer) RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_name text;
BEGIN
    SELECT name INTO found_name FROM clerk.meeting WHERE id = wanted AND epoch = held FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the epoch does not follow' USING ERRCODE = 'CK003';
    END IF;
    RETURN found_name;
END $$;

-- What is the same is not written again: when something private was recorded must not show in a time.
CREATE FUNCTION clerk.show(wanted text, held integer, shown text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    called text := clerk.name_held(wanted, held);
BEGIN
    INSERT INTO clerk.board AS b (meeting, name, state) VALUES (wanted, called, shown)
        ON CONFLICT (meeting) DO UPDATE SET state = shown, at = clock_timestamp() WHERE b.state <> shown;
    IF FOUND THEN
        PERFORM pg_notify('clerk_board', wanted);
    END IF;
END $$;

CREATE FUNCTION clerk.publish(wanted text, held integer, as_form text, words text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM clerk.name_held(wanted, held);
    INSERT INTO clerk.published AS p (meeting, form, content) VALUES (wanted, as_form, words)
        ON CONFLICT (meeting, form) DO UPDATE SET content = words, at = clock_timestamp() WHERE p.content <> words;
    IF FOUND THEN
        PERFORM pg_notify('clerk_board', wanted);
    END IF;
END $$;

REVOKE ALL ON clerk.board, clerk.published FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA clerk FROM PUBLIC;
GRANT USAGE ON SCHEMA clerk TO clerk_public;
GRANT SELECT ON clerk.board, clerk.published TO clerk_public, clerk_reader, clerk_writer;
GRANT EXECUTE ON FUNCTION clerk.show(text, integer, text) TO clerk_writer;
GRANT EXECUTE ON FUNCTION clerk.publish(text, integer, text, text) TO clerk_writer;
