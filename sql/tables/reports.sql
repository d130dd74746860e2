-- what: One document's account of one act.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "reports" (
    "report_id" VARCHAR NOT NULL,
    "document_id" VARCHAR NOT NULL,
    "event_id" VARCHAR NOT NULL,
    "kind" VARCHAR NOT NULL,
    "status" VARCHAR NOT NULL,
    "date_edtf" VARCHAR,
    "starts_on" DATE,
    "ends_on" DATE,
    "date_basis" VARCHAR,
    "place_id" VARCHAR,
    "country" VARCHAR,
    "venue" VARCHAR,
    "format" VARCHAR,
    "ordinal" INTEGER,
    "level" VARCHAR,
    "host" VARCHAR,
    "main" BOOLEAN NOT NULL,
    "confidence" DOUBLE NOT NULL,
    "span_start" INTEGER NOT NULL,
    "span_end" INTEGER NOT NULL,
    "rule" VARCHAR NOT NULL,
    "merge_reason" VARCHAR NOT NULL,
    "merge_score" DOUBLE
);
COMMENT ON TABLE "reports" IS 'One document''s account of one act.';
COMMENT ON COLUMN "reports"."report_id" IS 'The report';
COMMENT ON COLUMN "reports"."document_id" IS 'The document that tells of it';
COMMENT ON COLUMN "reports"."event_id" IS 'The event that this account belongs to';
COMMENT ON COLUMN "reports"."kind" IS 'What kind of act';
COMMENT ON COLUMN "reports"."status" IS 'Held, planned or cancelled, at the time of writing';
COMMENT ON COLUMN "reports"."date_edtf" IS 'Date of the act (EDTF)';
COMMENT ON COLUMN "reports"."starts_on" IS 'First day; null where open';
COMMENT ON COLUMN "reports"."ends_on" IS 'Last day; null where open';
COMMENT ON COLUMN "reports"."date_basis" IS 'How the date is known';
COMMENT ON COLUMN "reports"."place_id" IS 'City or site';
COMMENT ON COLUMN "reports"."country" IS 'Where it takes place (ISO 3166-1 alpha-2)';
COMMENT ON COLUMN "reports"."venue" IS 'Building or site, as it stands';
COMMENT ON COLUMN "reports"."format" IS 'Organisation or process whose meeting it is';
COMMENT ON COLUMN "reports"."ordinal" IS 'Its number in the series';
COMMENT ON COLUMN "reports"."level" IS 'Level of the participants';
COMMENT ON COLUMN "reports"."host" IS 'Who hosts it, where a hosting word says so: country or organisation';
COMMENT ON COLUMN "reports"."main" IS 'True for what the document is about, false for background';
COMMENT ON COLUMN "reports"."confidence" IS 'How sure the reading is';
COMMENT ON COLUMN "reports"."span_start" IS 'First code point of the evidence in documents.body, from 0';
COMMENT ON COLUMN "reports"."span_end" IS 'Code point after the evidence''s last one in documents.body';
COMMENT ON COLUMN "reports"."rule" IS 'Id of the rule that made this row, so that a wrong row leads to one line of a pack or register';
COMMENT ON COLUMN "reports"."merge_reason" IS 'Why it belongs to that event';
COMMENT ON COLUMN "reports"."merge_score" IS 'How sure the resolution is';
