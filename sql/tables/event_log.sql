-- what: What was known of an event on a day: planned, moved, held, cancelled.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "event_log" (
    "event_id" VARCHAR NOT NULL,
    "seen_on" DATE NOT NULL,
    "status" VARCHAR NOT NULL,
    "date_edtf" VARCHAR,
    "document_id" VARCHAR NOT NULL
);
COMMENT ON TABLE "event_log" IS 'What was known of an event on a day: planned, moved, held, cancelled.';
COMMENT ON COLUMN "event_log"."event_id" IS 'The event';
COMMENT ON COLUMN "event_log"."seen_on" IS 'Day on which this was published';
COMMENT ON COLUMN "event_log"."status" IS 'The status then';
COMMENT ON COLUMN "event_log"."date_edtf" IS 'The date then given (EDTF)';
COMMENT ON COLUMN "event_log"."document_id" IS 'A document that says so';
