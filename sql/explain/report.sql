-- what: a report: one document's account of one act
-- from: reports, documents, report_participants, persons
-- parameters: id
SELECT
    documents.title, reports.kind, reports.status, reports.date_edtf AS "date", reports.date_basis, reports.country, reports.venue,
    reports.format, reports.ordinal, reports.level, reports.host, reports.main, reports.confidence, reports.event_id,
    (
        SELECT string_agg(concat_ws(' ', persons.name, taking.office, taking.country, taking.organisation_id, '(' || taking.capacity || ')'), '; ' ORDER BY taking.position)
        FROM report_participants AS taking
        LEFT JOIN persons USING (person_id)
        WHERE taking.report_id = $id
    ) AS participants
FROM reports
INNER JOIN documents USING (document_id)
WHERE reports.report_id = $id
