-- The lines of every meeting, as their journals have them, and who may add to them.

CREATE SCHEMA clerk;

CREATE TABLE clerk.version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version integer NOT NULL,
    writes_from integer NOT NULL
);

-- One row a meeting: the last line that was taken, and the epoch, which each take-over raises by one.
CREATE TABLE clerk.meeting (
    id text PRIMARY KEY,
    name text NOT NULL,
    head integer NOT NULL,
    hash text NOT NULL,
    epoch integer NOT NULL,
    since timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A line is text, byte for byte: what a json type would make of it would no longer agree with its hash.
CREATE TABLE clerk.line (
    meeting text NOT NULL,
    n integer NOT NULL,
    epoch integer NOT NULL,
    line text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (meeting, n)
);

CREATE FUNCTION clerk.begins(id text, line text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    said json;
BEGIN
    BEGIN
        said := line::json;
    EXCEPTION WHEN OTHERS THEN
        RAISE EXCEPTION 'not a first line' USING ERRCODE = 'CK004';
    END;
    IF said ->> 'clerk' IS DISTINCT FROM 'journal' OR said ->> 'id' IS DISTINCT FROM id OR id = '' THEN
        RAISE EXCEPTION 'not the first line of this meeting' USING ERRCODE = 'CK004';
    END IF;
    INSERT INTO clerk.meeting (id, name, head, hash, epoch)
        VALUES (id, coalesce(said ->> 'meeting', ''), 0, substr(right(line, 66), 1, 64), 1);
END $$;

-- Refuses what does not follow, under a lock on the meeting's row, so that two writers are judged one after the other.
CREATE FUNCTION clerk.follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known clerk.meeting;
    before text := '';
BEGIN
    IF NEW.n > 0 THEN
        SELECT * INTO known FROM clerk.meeting WHERE id = NEW.meeting FOR UPDATE;
        IF NOT FOUND OR NEW.n <> known.head + 1
            OR NOT starts_with(NEW.line, format('{"n":%s,"table":', NEW.n)) THEN
            RAISE EXCEPTION 'the number does not follow' USING ERRCODE = 'CK001';
        END IF;
        before := known.hash;
    ELSIF NEW.n < 0 THEN
        RAISE EXCEPTION 'the number does not follow' USING ERRCODE = 'CK001';
    END IF;
    IF strpos(NEW.line, chr(10)) > 0 OR right(NEW.line, 75) <> ',"hash":"'
        || encode(sha256(convert_to(before || left(NEW.line, -75), 'UTF8')), 'hex') || '"}' THEN
        RAISE EXCEPTION 'the hash does not follow' USING ERRCODE = 'CK002';
    END IF;
    NEW.at := clock_timestamp();
    IF NEW.n = 0 THEN
        IF NEW.epoch <> 1 THEN
            RAISE EXCEPTION 'the epoch does not follow' USING ERRCODE = 'CK003';
        END IF;
        PERFORM clerk.begins(NEW.meeting, NEW.line);
    ELSE
        IF starts_with(NEW.line, format('{"n":%s,"table":"TakenOver",', NEW.n)) THEN
            known.epoch := known.epoch + 1;
            known.since := NEW.at;
            IF NOT starts_with(NEW.line, format('{"n":%s,"table":"TakenOver","changes":{"%s":{', NEW.n, known.epoch)) THEN
                RAISE EXCEPTION 'the epoch does not follow' USING ERRCODE = 'CK003';
            END IF;
        END IF;
        IF NEW.epoch <> known.epoch THEN
            RAISE EXCEPTION 'the epoch does not follow' USING ERRCODE = 'CK003';
        END IF;
        UPDATE clerk.meeting SET head = NEW.n, hash = substr(right(NEW.line, 66), 1, 64), epoch = known.epoch,
            since = known.since WHERE id = NEW.meeting;
    END IF;
    -- Only a hint: whoever hears it reads the table.
    PERFORM pg_notify('clerk', NEW.meeting || ' ' || NEW.n);
    RETURN NEW;
END $$;

CREATE FUNCTION clerk.never() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'lines are never changed and never removed' USING ERRCODE = 'CK005';
END $$;

CREATE TRIGGER follows BEFORE INSERT ON clerk.line FOR EACH ROW EXECUTE FUNCTION clerk.follows();
CREATE TRIGGER never BEFORE UPDATE OR DELETE ON clerk.line FOR EACH ROW EXECUTE FUNCTION clerk.never();
CREATE TRIGGER never_all BEFORE TRUNCATE ON clerk.line FOR EACH STATEMENT EXECUTE FUNCTION clerk.never();

REVOKE ALL ON SCHEMA clerk FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA clerk FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA clerk FROM PUBLIC;
GRANT USAGE ON SCHEMA clerk TO clerk_writer, clerk_reader;
GRANT SELECT ON clerk.version, clerk.meeting, clerk.line TO clerk_writer, clerk_reader;
GRANT INSERT (meeting, n, epoch, line) ON clerk.line TO clerk_writer;
