-- what: A raw file in its newest version; its records are all accounted for: records = documents + rejects.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "files" (
    "file_id" VARCHAR NOT NULL,
    "path" VARCHAR NOT NULL,
    "bytes" BIGINT NOT NULL,
    "media_type" VARCHAR,
    "encoding" VARCHAR,
    "intake" VARCHAR NOT NULL,
    "first_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "records" INTEGER NOT NULL,
    "documents" INTEGER NOT NULL,
    "rejects" INTEGER NOT NULL
);
COMMENT ON TABLE "files" IS 'A raw file in its newest version; its records are all accounted for: records = documents + rejects.';
COMMENT ON COLUMN "files"."file_id" IS 'The file''s id, from its path and content';
COMMENT ON COLUMN "files"."path" IS 'Path below the landing place, with / between folders';
COMMENT ON COLUMN "files"."bytes" IS 'Size in bytes';
COMMENT ON COLUMN "files"."media_type" IS 'Media type by the file''s content; null until it is opened';
COMMENT ON COLUMN "files"."encoding" IS 'Character encoding it was decoded with; null where none applies';
COMMENT ON COLUMN "files"."intake" IS 'How it was found: new, changed content, or restored content';
COMMENT ON COLUMN "files"."first_seen_at" IS 'When this content was first seen, UTC';
COMMENT ON COLUMN "files"."records" IS 'Records found in the file';
COMMENT ON COLUMN "files"."documents" IS 'Records that became documents';
COMMENT ON COLUMN "files"."rejects" IS 'Records that did not';
