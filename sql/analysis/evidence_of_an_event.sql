-- what: every account of one event, with the very words and the rule that read them
-- from: the view evidence
-- parameters: event_id
SELECT published_on, outlet, language, status, date_edtf, words, rule, url
FROM evidence
WHERE event_id = $event_id
ORDER BY published_on, outlet, document_id
