-- what: the events that most articles tell of
-- from: events
-- parameters: most, how many
SELECT event_id, date_edtf AS "date", title, documents AS articles, languages
FROM events
ORDER BY documents DESC, languages DESC, starts_on DESC NULLS LAST, event_id
LIMIT $most
