-- what: the very words in which documents tell of events
-- from: reports, documents
CREATE OR REPLACE VIEW evidence AS
SELECT
    reports.event_id,
    reports.report_id,
    reports.document_id,
    documents.outlet,
    documents.language,
    documents.published_on,
    reports.status,
    reports.date_edtf,
    substr(documents.body, reports.span_start + 1, reports.span_end - reports.span_start) AS words,
    reports.rule,
    documents.url
FROM reports
INNER JOIN documents USING (document_id);
COMMENT ON VIEW evidence IS 'The very words in which documents tell of events, in the original language';
