-- what: A country.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "countries" (
    "country" VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL
);
COMMENT ON TABLE "countries" IS 'A country.';
COMMENT ON COLUMN "countries"."country" IS 'The country (ISO 3166-1 alpha-2)';
COMMENT ON COLUMN "countries"."name" IS 'English short name';
