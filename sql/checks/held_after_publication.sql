-- severity: warn
-- what: acts told as held that start after their document was published
-- why: nobody reports what has not happened; the date or the status was misread
SELECT reports.report_id, reports.document_id, reports.kind, reports.date_edtf, documents.published_on
FROM reports
INNER JOIN documents USING (document_id)
WHERE reports.status = 'held' AND reports.starts_on > documents.published_on + 1
