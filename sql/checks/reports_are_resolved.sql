-- severity: error
-- what: accounts of acts that no event takes in
-- why: resolution covers the whole corpus; an account without an event would vanish from the warehouse
SELECT reports.document_id, reports.report, reports.kind
FROM segments.read_reports AS reports
SEMI JOIN read_documents USING (document_id)
ANTI JOIN segments.resolved_event_map USING (document_id, report)
