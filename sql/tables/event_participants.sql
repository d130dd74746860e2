-- what: A side or person in an event.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "event_participants" (
    "event_id" VARCHAR NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" VARCHAR,
    "country" VARCHAR,
    "organisation_id" VARCHAR,
    "office" VARCHAR,
    "capacity" VARCHAR NOT NULL,
    "documents" INTEGER NOT NULL
);
COMMENT ON TABLE "event_participants" IS 'A side or person in an event.';
COMMENT ON COLUMN "event_participants"."event_id" IS 'The event';
COMMENT ON COLUMN "event_participants"."position" IS 'Order in the event, from 0';
COMMENT ON COLUMN "event_participants"."person_id" IS 'The person; null for a side without one';
COMMENT ON COLUMN "event_participants"."country" IS 'Side that the person or delegation speaks for (ISO 3166-1 alpha-2)';
COMMENT ON COLUMN "event_participants"."organisation_id" IS 'Organisation that it speaks for';
COMMENT ON COLUMN "event_participants"."office" IS 'Office that reports give';
COMMENT ON COLUMN "event_participants"."capacity" IS 'Part that it plays';
COMMENT ON COLUMN "event_participants"."documents" IS 'Documents that name this participant';
