-- what: the words that a report and its participants were read from
-- from: reports, report_participants, documents
-- parameters: id
SELECT
    documents.published_on, documents.outlet, documents.language, documents.body,
    found.span_start, found.span_end, found.read_as, found.rule, found.why
FROM (
    SELECT document_id, span_start, span_end, concat_ws(' ', kind, status, date_edtf) AS read_as, rule, merge_reason AS why, -1 AS position
    FROM reports
    WHERE report_id = $id
    UNION ALL
    SELECT
        reports.document_id, taking.span_start, taking.span_end,
        concat_ws(' ', taking.capacity, taking.office, taking.country, taking.organisation_id) AS read_as, reports.rule, NULL AS why, taking.position
    FROM report_participants AS taking
    INNER JOIN reports USING (report_id)
    WHERE report_id = $id AND taking.span_start IS NOT NULL
) AS found
INNER JOIN documents USING (document_id)
ORDER BY found.position
