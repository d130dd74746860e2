-- severity: error
-- what: spans that do not lie inside their document's body
-- why: a span is the evidence of its row; one outside the text proves nothing;
-- the rows that an update leaves as they are passed it when they were written
WITH spans AS (
    SELECT 'attributions' AS in_table, document_id, span_start, span_end
    FROM attributions
    UNION ALL
    SELECT 'mentions' AS in_table, document_id, span_start, span_end
    FROM mentions
    UNION ALL
    SELECT 'quotes' AS in_table, document_id, span_start, span_end
    FROM quotes
    UNION ALL
    SELECT 'person_reports' AS in_table, document_id, span_start, span_end
    FROM person_reports
    UNION ALL
    SELECT 'reports' AS in_table, document_id, span_start, span_end
    FROM reports
    UNION ALL
    SELECT 'mandate_reports' AS in_table, document_id, span_start, span_end
    FROM mandate_reports
    UNION ALL
    SELECT 'report_participants' AS in_table, reports.document_id, participants.span_start, participants.span_end
    FROM report_participants AS participants
    INNER JOIN reports USING (report_id)
),
lengths AS (
    SELECT document_id, length(body) AS characters
    FROM documents
    SEMI JOIN changed_documents USING (document_id)
)
SELECT in_table, document_id, span_start, span_end, characters
FROM spans
INNER JOIN lengths USING (document_id)
WHERE span_start < 0 OR span_end <= span_start OR span_end > characters OR (span_start IS NULL) <> (span_end IS NULL)
