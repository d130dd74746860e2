-- what: One of several values that sources give for the same field of one event.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "conflicts" (
    "event_id" VARCHAR NOT NULL,
    "field" VARCHAR NOT NULL,
    "value" VARCHAR NOT NULL,
    "documents" VARCHAR[] NOT NULL
);
COMMENT ON TABLE "conflicts" IS 'One of several values that sources give for the same field of one event.';
COMMENT ON COLUMN "conflicts"."event_id" IS 'The event';
COMMENT ON COLUMN "conflicts"."field" IS 'Column of events on which sources disagree';
COMMENT ON COLUMN "conflicts"."value" IS 'One of the values';
COMMENT ON COLUMN "conflicts"."documents" IS 'document_id of each document that says so';
