-- what: the reports that were read from a document
-- from: reports, documents
-- parameters: id
SELECT
    documents.published_on, documents.outlet, documents.language, documents.body,
    reports.span_start, reports.span_end,
    concat_ws(' ', reports.kind, reports.status, reports.date_edtf, CASE WHEN reports.main THEN '(main)' END) AS read_as,
    reports.rule, reports.merge_reason AS why
FROM reports
INNER JOIN documents USING (document_id)
WHERE document_id = $id
ORDER BY reports.main DESC, reports.span_start
