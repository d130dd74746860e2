-- what: A spelling of a person's name as it was read.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "person_names" (
    "person_id" VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    "language" VARCHAR,
    "script" VARCHAR,
    "documents" INTEGER NOT NULL
);
COMMENT ON TABLE "person_names" IS 'A spelling of a person''s name as it was read.';
COMMENT ON COLUMN "person_names"."person_id" IS 'The person';
COMMENT ON COLUMN "person_names"."name" IS 'The spelling, in its own script';
COMMENT ON COLUMN "person_names"."language" IS 'Language of the documents that spell it so (BCP 47)';
COMMENT ON COLUMN "person_names"."script" IS 'Script of the spelling (ISO 15924)';
COMMENT ON COLUMN "person_names"."documents" IS 'Documents with this spelling';
