-- what: One verdict of one check in one run.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "checks" (
    "run_id" VARCHAR NOT NULL,
    "asset" VARCHAR NOT NULL,
    "check" VARCHAR NOT NULL,
    "checked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "severity" VARCHAR NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "failed_rows" BIGINT NOT NULL,
    "metadata" VARCHAR
);
COMMENT ON TABLE "checks" IS 'One verdict of one check in one run.';
COMMENT ON COLUMN "checks"."run_id" IS 'The run that judged';
COMMENT ON COLUMN "checks"."asset" IS 'The asset that was judged; `warehouse` for checks across tables';
COMMENT ON COLUMN "checks"."check" IS 'The check''s name';
COMMENT ON COLUMN "checks"."checked_at" IS 'When the verdict was reached, UTC';
COMMENT ON COLUMN "checks"."severity" IS 'error blocks publication, warn does not';
COMMENT ON COLUMN "checks"."passed" IS 'True when no row was wrong';
COMMENT ON COLUMN "checks"."failed_rows" IS 'How many rows were wrong';
COMMENT ON COLUMN "checks"."metadata" IS 'What the check asks and a sample of wrong rows, as JSON';
