-- what: An office that documents give to a person, with the span of time in which they do.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "roles" (
    "person_id" VARCHAR NOT NULL,
    "office" VARCHAR NOT NULL,
    "country" VARCHAR,
    "organisation_id" VARCHAR,
    "first_seen" DATE,
    "last_seen" DATE,
    "documents" INTEGER NOT NULL
);
COMMENT ON TABLE "roles" IS 'An office that documents give to a person, with the span of time in which they do.';
COMMENT ON COLUMN "roles"."person_id" IS 'The person';
COMMENT ON COLUMN "roles"."office" IS 'The office';
COMMENT ON COLUMN "roles"."country" IS 'Country of the office (ISO 3166-1 alpha-2)';
COMMENT ON COLUMN "roles"."organisation_id" IS 'Organisation of the office';
COMMENT ON COLUMN "roles"."first_seen" IS 'Earliest date of an event, else publication, with this role';
COMMENT ON COLUMN "roles"."last_seen" IS 'Latest such date';
COMMENT ON COLUMN "roles"."documents" IS 'Documents that give the person this role';
