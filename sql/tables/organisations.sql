-- what: An organisation, process, ministry, outlet or other body.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "organisations" (
    "organisation_id" VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    "kind" VARCHAR NOT NULL,
    "country" VARCHAR
);
COMMENT ON TABLE "organisations" IS 'An organisation, process, ministry, outlet or other body.';
COMMENT ON COLUMN "organisations"."organisation_id" IS 'Slug of the organisation';
COMMENT ON COLUMN "organisations"."name" IS 'Usual English name';
COMMENT ON COLUMN "organisations"."kind" IS 'What kind of body it is';
COMMENT ON COLUMN "organisations"."country" IS 'Country that it belongs to; null for international bodies (ISO 3166-1 alpha-2)';
