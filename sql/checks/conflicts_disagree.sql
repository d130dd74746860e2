-- severity: error
-- what: conflicts with a single value
-- why: a conflict is between values
SELECT event_id, field, any_value(value) AS value
FROM conflicts
GROUP BY event_id, field
HAVING count(*) < 2
