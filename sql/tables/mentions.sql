-- what: A place in the text that names something, whether or not it is known what.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "mentions" (
    "document_id" VARCHAR NOT NULL,
    "span_start" INTEGER NOT NULL,
    "span_end" INTEGER NOT NULL,
    "kind" VARCHAR NOT NULL,
    "text" VARCHAR NOT NULL,
    "entity_id" VARCHAR,
    "rule" VARCHAR NOT NULL
);
COMMENT ON TABLE "mentions" IS 'A place in the text that names something, whether or not it is known what.';
COMMENT ON COLUMN "mentions"."document_id" IS 'The document';
COMMENT ON COLUMN "mentions"."span_start" IS 'First code point of the evidence in documents.body, from 0';
COMMENT ON COLUMN "mentions"."span_end" IS 'Code point after the evidence''s last one in documents.body';
COMMENT ON COLUMN "mentions"."kind" IS 'What kind of thing is named';
COMMENT ON COLUMN "mentions"."text" IS 'The words themselves';
COMMENT ON COLUMN "mentions"."entity_id" IS 'What is named: person_id, organisation_id, place_id, country, office code, or the EDTF value of a date';
COMMENT ON COLUMN "mentions"."rule" IS 'Id of the rule that made this row, so that a wrong row leads to one line of a pack or register';
