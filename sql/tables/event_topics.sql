-- what: A topic of an event.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "event_topics" (
    "event_id" VARCHAR NOT NULL,
    "topic" VARCHAR NOT NULL,
    "documents" INTEGER NOT NULL
);
COMMENT ON TABLE "event_topics" IS 'A topic of an event.';
COMMENT ON COLUMN "event_topics"."event_id" IS 'The event';
COMMENT ON COLUMN "event_topics"."topic" IS 'The topic';
COMMENT ON COLUMN "event_topics"."documents" IS 'Documents that give it';
