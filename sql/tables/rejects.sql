-- what: A record that did not become a document, and why.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "rejects" (
    "file_id" VARCHAR NOT NULL,
    "record" INTEGER NOT NULL,
    "stage" VARCHAR NOT NULL,
    "reason" VARCHAR NOT NULL,
    "detail" VARCHAR,
    "sample" VARCHAR
);
COMMENT ON TABLE "rejects" IS 'A record that did not become a document, and why.';
COMMENT ON COLUMN "rejects"."file_id" IS 'The file it stands in';
COMMENT ON COLUMN "rejects"."record" IS 'Position in the file, from 0; 0 for a file that could not be opened';
COMMENT ON COLUMN "rejects"."stage" IS 'The stage that turned it down';
COMMENT ON COLUMN "rejects"."reason" IS 'Code of the reason: the name of the broken rule';
COMMENT ON COLUMN "rejects"."detail" IS 'The reason in words';
COMMENT ON COLUMN "rejects"."sample" IS 'The beginning of the record, to recognise it';
