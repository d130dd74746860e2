-- what: What all reports of one act agree on.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "events" (
    "event_id" VARCHAR NOT NULL,
    "title" VARCHAR NOT NULL,
    "kind" VARCHAR NOT NULL,
    "status" VARCHAR NOT NULL,
    "date_edtf" VARCHAR,
    "starts_on" DATE,
    "ends_on" DATE,
    "place_id" VARCHAR,
    "country" VARCHAR,
    "venue" VARCHAR,
    "format" VARCHAR,
    "ordinal" INTEGER,
    "level" VARCHAR,
    "host" VARCHAR,
    "documents" INTEGER NOT NULL,
    "languages" INTEGER NOT NULL,
    "outlets" INTEGER NOT NULL,
    "first_published" DATE,
    "confidence" DOUBLE NOT NULL,
    "plover" VARCHAR,
    "cameo" VARCHAR
);
COMMENT ON TABLE "events" IS 'What all reports of one act agree on.';
COMMENT ON COLUMN "events"."event_id" IS 'The event';
COMMENT ON COLUMN "events"."title" IS 'A short English line made of kind, sides, place and date';
COMMENT ON COLUMN "events"."kind" IS 'What kind of act';
COMMENT ON COLUMN "events"."status" IS 'Its latest known status';
COMMENT ON COLUMN "events"."date_edtf" IS 'Date of the act (EDTF)';
COMMENT ON COLUMN "events"."starts_on" IS 'First day; null where open';
COMMENT ON COLUMN "events"."ends_on" IS 'Last day; null where open';
COMMENT ON COLUMN "events"."place_id" IS 'City or site';
COMMENT ON COLUMN "events"."country" IS 'Where it takes place (ISO 3166-1 alpha-2)';
COMMENT ON COLUMN "events"."venue" IS 'Building or site';
COMMENT ON COLUMN "events"."format" IS 'Organisation or process whose meeting it is';
COMMENT ON COLUMN "events"."ordinal" IS 'Its number in the series';
COMMENT ON COLUMN "events"."level" IS 'Level of the participants';
COMMENT ON COLUMN "events"."host" IS 'Who hosts it: country or organisation';
COMMENT ON COLUMN "events"."documents" IS 'Documents that report it';
COMMENT ON COLUMN "events"."languages" IS 'Languages it is reported in';
COMMENT ON COLUMN "events"."outlets" IS 'Outlets that report it';
COMMENT ON COLUMN "events"."first_published" IS 'Earliest publication among its reports';
COMMENT ON COLUMN "events"."confidence" IS 'How sure the event is';
COMMENT ON COLUMN "events"."plover" IS 'Event code of PLOVER';
COMMENT ON COLUMN "events"."cameo" IS 'Event code of CAMEO';
