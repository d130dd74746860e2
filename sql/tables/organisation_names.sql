-- what: A name of an organisation in some language.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "organisation_names" (
    "organisation_id" VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    "language" VARCHAR
);
COMMENT ON TABLE "organisation_names" IS 'A name of an organisation in some language.';
COMMENT ON COLUMN "organisation_names"."organisation_id" IS 'The organisation';
COMMENT ON COLUMN "organisation_names"."name" IS 'The name';
COMMENT ON COLUMN "organisation_names"."language" IS 'Language of the name (BCP 47)';
