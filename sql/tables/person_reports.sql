-- what: One document's account of one person in one office, and why it was taken to be that person.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "person_reports" (
    "document_id" VARCHAR NOT NULL,
    "person" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    "native" VARCHAR,
    "language" VARCHAR,
    "script" VARCHAR,
    "office" VARCHAR,
    "country" VARCHAR,
    "organisation_id" VARCHAR,
    "span_start" INTEGER NOT NULL,
    "span_end" INTEGER NOT NULL,
    "rule" VARCHAR NOT NULL,
    "confidence" DOUBLE NOT NULL,
    "merge_reason" VARCHAR NOT NULL,
    "merge_score" DOUBLE
);
COMMENT ON TABLE "person_reports" IS 'One document''s account of one person in one office, and why it was taken to be that person.';
COMMENT ON COLUMN "person_reports"."document_id" IS 'The document';
COMMENT ON COLUMN "person_reports"."person" IS 'Number of the person within the document';
COMMENT ON COLUMN "person_reports"."position" IS 'Number of the account of that person, from 0';
COMMENT ON COLUMN "person_reports"."person_id" IS 'The person it was resolved to';
COMMENT ON COLUMN "person_reports"."name" IS 'Name in Latin letters, as the document lets it be known';
COMMENT ON COLUMN "person_reports"."native" IS 'Name as it stands in the document';
COMMENT ON COLUMN "person_reports"."language" IS 'Language of the document (BCP 47)';
COMMENT ON COLUMN "person_reports"."script" IS 'Script of the name (ISO 15924)';
COMMENT ON COLUMN "person_reports"."office" IS 'Office that the document gives';
COMMENT ON COLUMN "person_reports"."country" IS 'Country of the office (ISO 3166-1 alpha-2)';
COMMENT ON COLUMN "person_reports"."organisation_id" IS 'Organisation of the office';
COMMENT ON COLUMN "person_reports"."span_start" IS 'First code point of the evidence in documents.body, from 0';
COMMENT ON COLUMN "person_reports"."span_end" IS 'Code point after the evidence''s last one in documents.body';
COMMENT ON COLUMN "person_reports"."rule" IS 'Id of the rule that made this row, so that a wrong row leads to one line of a pack or register';
COMMENT ON COLUMN "person_reports"."confidence" IS 'How sure the reading is';
COMMENT ON COLUMN "person_reports"."merge_reason" IS 'Why this is that person';
COMMENT ON COLUMN "person_reports"."merge_score" IS 'How sure the resolution is';
