-- what: A standing role in an organisation or process: who holds it, and when.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "mandates" (
    "mandate_id" VARCHAR NOT NULL,
    "holder_country" VARCHAR,
    "holder_organisation" VARCHAR,
    "holder_person" VARCHAR,
    "organisation_id" VARCHAR NOT NULL,
    "role" VARCHAR NOT NULL,
    "period_edtf" VARCHAR,
    "starts_on" DATE,
    "ends_on" DATE,
    "documents" INTEGER NOT NULL
);
COMMENT ON TABLE "mandates" IS 'A standing role in an organisation or process: who holds it, and when.';
COMMENT ON COLUMN "mandates"."mandate_id" IS 'The mandate';
COMMENT ON COLUMN "mandates"."holder_country" IS 'Country that holds it (ISO 3166-1 alpha-2)';
COMMENT ON COLUMN "mandates"."holder_organisation" IS 'Organisation that holds it';
COMMENT ON COLUMN "mandates"."holder_person" IS 'Person that holds it';
COMMENT ON COLUMN "mandates"."organisation_id" IS 'Organisation or process in which it is held';
COMMENT ON COLUMN "mandates"."role" IS 'The role';
COMMENT ON COLUMN "mandates"."period_edtf" IS 'When it is held (EDTF)';
COMMENT ON COLUMN "mandates"."starts_on" IS 'First day; null where open';
COMMENT ON COLUMN "mandates"."ends_on" IS 'Last day; null where open';
COMMENT ON COLUMN "mandates"."documents" IS 'Documents that state it';
