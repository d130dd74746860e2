-- what: A published text: one article, statement or post.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "documents" (
    "document_id" VARCHAR NOT NULL,
    "file_id" VARCHAR NOT NULL,
    "record" INTEGER NOT NULL,
    "url" VARCHAR,
    "outlet" VARCHAR,
    "language" VARCHAR NOT NULL,
    "title" VARCHAR,
    "body" VARCHAR USING COMPRESSION zstd NOT NULL,
    "published_edtf" VARCHAR,
    "published_on" DATE,
    "modified_edtf" VARCHAR,
    "author" VARCHAR,
    "words" INTEGER NOT NULL,
    "same_as" VARCHAR,
    "similarity" DOUBLE
);
COMMENT ON TABLE "documents" IS 'A published text: one article, statement or post.';
COMMENT ON COLUMN "documents"."document_id" IS 'The document''s id, from its file and record';
COMMENT ON COLUMN "documents"."file_id" IS 'The file it stands in';
COMMENT ON COLUMN "documents"."record" IS 'Position in its file, from 0';
COMMENT ON COLUMN "documents"."url" IS 'Where it was published';
COMMENT ON COLUMN "documents"."outlet" IS 'Slug of the outlet that published it';
COMMENT ON COLUMN "documents"."language" IS 'Language of the body, und where it cannot be told (BCP 47)';
COMMENT ON COLUMN "documents"."title" IS 'Headline';
COMMENT ON COLUMN "documents"."body" IS 'The text: headline first, then paragraphs, with an empty line between them';
COMMENT ON COLUMN "documents"."published_edtf" IS 'Date of publication as far as it is stated (EDTF)';
COMMENT ON COLUMN "documents"."published_on" IS 'Date of publication where day, month and year are known';
COMMENT ON COLUMN "documents"."modified_edtf" IS 'Date of the last change as far as the file states it (EDTF)';
COMMENT ON COLUMN "documents"."author" IS 'Who wrote it, as the file states it';
COMMENT ON COLUMN "documents"."words" IS 'Words in the body';
COMMENT ON COLUMN "documents"."same_as" IS 'The document that this one repeats, exactly or nearly';
COMMENT ON COLUMN "documents"."similarity" IS 'How alike the two are; 1 for an exact repeat';
