-- what: A document that states a mandate.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "mandate_reports" (
    "mandate_id" VARCHAR NOT NULL,
    "document_id" VARCHAR NOT NULL,
    "span_start" INTEGER NOT NULL,
    "span_end" INTEGER NOT NULL,
    "rule" VARCHAR NOT NULL
);
COMMENT ON TABLE "mandate_reports" IS 'A document that states a mandate.';
COMMENT ON COLUMN "mandate_reports"."mandate_id" IS 'The mandate';
COMMENT ON COLUMN "mandate_reports"."document_id" IS 'The document';
COMMENT ON COLUMN "mandate_reports"."span_start" IS 'First code point of the evidence in documents.body, from 0';
COMMENT ON COLUMN "mandate_reports"."span_end" IS 'Code point after the evidence''s last one in documents.body';
COMMENT ON COLUMN "mandate_reports"."rule" IS 'Id of the rule that made this row, so that a wrong row leads to one line of a pack or register';
