-- what: Words that a document puts in somebody's mouth.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "quotes" (
    "document_id" VARCHAR NOT NULL,
    "span_start" INTEGER NOT NULL,
    "span_end" INTEGER NOT NULL,
    "person_id" VARCHAR,
    "organisation_id" VARCHAR,
    "direct" BOOLEAN NOT NULL,
    "verb" VARCHAR,
    "rule" VARCHAR NOT NULL
);
COMMENT ON TABLE "quotes" IS 'Words that a document puts in somebody''s mouth.';
COMMENT ON COLUMN "quotes"."document_id" IS 'The document';
COMMENT ON COLUMN "quotes"."span_start" IS 'First code point of the evidence in documents.body, from 0';
COMMENT ON COLUMN "quotes"."span_end" IS 'Code point after the evidence''s last one in documents.body';
COMMENT ON COLUMN "quotes"."person_id" IS 'Who speaks, where it is a known person';
COMMENT ON COLUMN "quotes"."organisation_id" IS 'The organisation that speaks, where it does';
COMMENT ON COLUMN "quotes"."direct" IS 'True inside quotation marks, false for reported speech';
COMMENT ON COLUMN "quotes"."verb" IS 'The verb of saying, as it stands';
COMMENT ON COLUMN "quotes"."rule" IS 'Id of the rule that made this row, so that a wrong row leads to one line of a pack or register';
