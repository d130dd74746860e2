-- what: A topic of one report.
-- from: warehouse/contracts, by python -m warehouse.ddl
CREATE TABLE "report_topics" (
    "report_id" VARCHAR NOT NULL,
    "topic" VARCHAR NOT NULL
);
COMMENT ON TABLE "report_topics" IS 'A topic of one report.';
COMMENT ON COLUMN "report_topics"."report_id" IS 'The report';
COMMENT ON COLUMN "report_topics"."topic" IS 'The topic';
