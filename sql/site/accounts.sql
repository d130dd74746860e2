-- what: accounts of some events: each document's report with the words around its evidence, where it stands and whom it cites
-- from: reports, documents, files, organisations, attributions
-- parameters: ids, of the events; most, how many accounts of one event; around, code points on either side
WITH chosen AS (
    SELECT *
    FROM reports
    WHERE event_id IN (SELECT unnest($ids::VARCHAR[]))
    QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY report_id) <= $most
),
cited AS (
    SELECT
        attributions.document_id,
        list(coalesce(organisations.name, attributions.source) ORDER BY attributions.position) AS sources
    FROM attributions
    SEMI JOIN chosen USING (document_id)
    LEFT JOIN organisations ON organisations.organisation_id = attributions.source
    WHERE attributions.position > 0
    GROUP BY attributions.document_id
)
SELECT
    chosen.event_id,
    list(
        {
            'report_id': chosen.report_id,
            'status': chosen.status,
            'date_edtf': chosen.date_edtf,
            'date_basis': chosen.date_basis,
            'rule': chosen.rule,
            'reason': chosen.merge_reason,
            'confidence': chosen.confidence,
            'document_id': chosen.document_id,
            'outlet': coalesce(organisations.name, documents.outlet),
            'language': documents.language,
            'title': documents.title,
            'url': documents.url,
            'published_on': documents.published_on,
            'path': files.path,
            'record': documents.record,
            'before': substr(
                documents.body, greatest(chosen.span_start - $around, 0) + 1, chosen.span_start - greatest(chosen.span_start - $around, 0)
            ),
            'words': substr(documents.body, chosen.span_start + 1, least(chosen.span_end - chosen.span_start, 4 * $around)),
            'after': substr(documents.body, chosen.span_end + 1, $around),
            'sources': coalesce(cited.sources, [])
        }
        ORDER BY documents.published_on NULLS LAST, documents.language, chosen.report_id
    ) AS accounts
FROM chosen
INNER JOIN documents USING (document_id)
INNER JOIN files USING (file_id)
LEFT JOIN cited USING (document_id)
LEFT JOIN organisations ON organisations.organisation_id = documents.outlet
GROUP BY chosen.event_id
ORDER BY chosen.event_id
