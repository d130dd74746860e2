-- what: how much each of the busiest outlets published on each of the last days
-- from: documents, organisations
-- parameters: day, the present; days, how many; rows, how many outlets
WITH busiest AS (
    SELECT outlet, count(*) AS documents, min(published_on) AS first_on, max(published_on) AS last_on
    FROM documents
    WHERE outlet IS NOT NULL AND published_on IS NOT NULL
    GROUP BY outlet
    ORDER BY documents DESC, outlet
    LIMIT $rows
),
daily AS (
    SELECT documents.outlet, documents.published_on, count(*) AS number
    FROM documents
    SEMI JOIN busiest USING (outlet)
    WHERE documents.published_on > $day::DATE - $days::INTEGER AND documents.published_on <= $day::DATE
    GROUP BY ALL
),
strips AS (
    SELECT outlet, list({'day': published_on, 'number': number} ORDER BY published_on) AS days, sum(number) AS recent
    FROM daily
    GROUP BY outlet
)
SELECT
    busiest.outlet,
    coalesce(organisations.name, busiest.outlet) AS name,
    busiest.documents,
    busiest.documents / greatest($day::DATE - busiest.first_on + 1, 1) AS usual,
    coalesce(strips.recent, 0) AS recent,
    coalesce(strips.days, []) AS days,
    busiest.first_on,
    busiest.last_on
FROM busiest
LEFT JOIN strips USING (outlet)
LEFT JOIN organisations ON organisations.organisation_id = busiest.outlet
ORDER BY busiest.documents DESC, busiest.outlet
