-- what: A side or person in one report.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "report_participants" (
    "report_id" VARCHAR NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" VARCHAR,
    "country" VARCHAR,
    "organisation_id" VARCHAR,
    "office" VARCHAR,
    "capacity" VARCHAR NOT NULL,
    "span_start" INTEGER,
    "span_end" INTEGER
);
COMMENT ON TABLE "report_participants" IS 'A side or person in one report.';
COMMENT ON COLUMN "report_participants"."report_id" IS 'The report';
COMMENT ON COLUMN "report_participants"."position" IS 'Order in the report, from 0';
COMMENT ON COLUMN "report_participants"."person_id" IS 'The person; null for a side without one';
COMMENT ON COLUMN "report_participants"."country" IS 'Side that the person or delegation speaks for (ISO 3166-1 alpha-2)';
COMMENT ON COLUMN "report_participants"."organisation_id" IS 'Organisation that it speaks for';
COMMENT ON COLUMN "report_participants"."office" IS 'Office that the report gives';
COMMENT ON COLUMN "report_participants"."capacity" IS 'Part that it plays';
COMMENT ON COLUMN "report_participants"."span_start" IS 'First code point of the evidence in documents.body, from 0';
COMMENT ON COLUMN "report_participants"."span_end" IS 'Code point after the evidence''s last one in documents.body';
