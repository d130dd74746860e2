-- what: events that the press of several languages tells of, the most widely told first
-- from: events
-- parameters: languages, the least number of them
SELECT languages, outlets, documents, starts_on, kind, status, title, event_id
FROM events
WHERE languages >= $languages::INTEGER
ORDER BY languages DESC, documents DESC, starts_on, event_id
