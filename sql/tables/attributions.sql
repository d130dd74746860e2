-- what: A source that a document speaks for: its outlet at position 0, then each source cited, outermost first.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "attributions" (
    "document_id" VARCHAR NOT NULL,
    "position" INTEGER NOT NULL,
    "source" VARCHAR NOT NULL,
    "span_start" INTEGER,
    "span_end" INTEGER,
    "rule" VARCHAR NOT NULL
);
COMMENT ON TABLE "attributions" IS 'A source that a document speaks for: its outlet at position 0, then each source cited, outermost first.';
COMMENT ON COLUMN "attributions"."document_id" IS 'The document';
COMMENT ON COLUMN "attributions"."position" IS 'Place in the chain of sources, from 0';
COMMENT ON COLUMN "attributions"."source" IS 'Slug of the source';
COMMENT ON COLUMN "attributions"."span_start" IS 'First code point of the evidence in documents.body, from 0';
COMMENT ON COLUMN "attributions"."span_end" IS 'Code point after the evidence''s last one in documents.body';
COMMENT ON COLUMN "attributions"."rule" IS 'Id of the rule that made this row, so that a wrong row leads to one line of a pack or register';
