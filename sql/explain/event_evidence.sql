-- what: every account of an event, with the rule that read it and why it is this event
-- from: reports, documents
-- parameters: id
SELECT
    documents.published_on, documents.outlet, documents.language, documents.body,
    reports.span_start, reports.span_end,
    concat_ws(' ', reports.kind, reports.status, reports.date_edtf) AS read_as,
    reports.rule, reports.merge_reason AS why, reports.report_id AS known_as
FROM reports
INNER JOIN documents USING (document_id)
WHERE reports.event_id = $id
ORDER BY documents.published_on, documents.outlet, reports.report_id
