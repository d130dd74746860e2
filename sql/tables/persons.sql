-- what: One human being behind all spellings of the name.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "persons" (
    "person_id" VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    "country" VARCHAR
);
COMMENT ON TABLE "persons" IS 'One human being behind all spellings of the name.';
COMMENT ON COLUMN "persons"."person_id" IS 'The person';
COMMENT ON COLUMN "persons"."name" IS 'Usual English spelling';
COMMENT ON COLUMN "persons"."country" IS 'Country that the person speaks for (ISO 3166-1 alpha-2)';
