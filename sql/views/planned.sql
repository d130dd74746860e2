-- what: what is announced and still ahead of the newest document, or has no day yet
-- from: events, documents
CREATE OR REPLACE VIEW planned AS
SELECT events.*
FROM events
WHERE
    events.status = 'planned'
    AND coalesce(events.ends_on, events.starts_on, DATE 'infinity') >= (
        SELECT max(documents.published_on)
        FROM documents
    );
COMMENT ON VIEW planned IS 'Events that are announced and still ahead of the newest document, or have no day yet';
