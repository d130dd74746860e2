-- what: A city or site where acts take place.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "places" (
    "place_id" VARCHAR NOT NULL,
    "name" VARCHAR NOT NULL,
    "country" VARCHAR,
    "latitude" DOUBLE,
    "longitude" DOUBLE
);
COMMENT ON TABLE "places" IS 'A city or site where acts take place.';
COMMENT ON COLUMN "places"."place_id" IS 'The place';
COMMENT ON COLUMN "places"."name" IS 'English name';
COMMENT ON COLUMN "places"."country" IS 'Country it lies in (ISO 3166-1 alpha-2)';
COMMENT ON COLUMN "places"."latitude" IS 'Degrees north, WGS 84';
COMMENT ON COLUMN "places"."longitude" IS 'Degrees east, WGS 84';
