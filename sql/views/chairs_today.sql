-- what: chairs and presidencies that are held today, as far as documents say
-- from: the view all_mandates
CREATE OR REPLACE VIEW chairs_today AS
SELECT *
FROM all_mandates
WHERE
    role IN ('chair', 'co_chair', 'presidency')
    AND coalesce(starts_on, DATE '-infinity') <= current_date
    AND coalesce(ends_on, DATE 'infinity') >= current_date;
COMMENT ON VIEW chairs_today IS 'Chairs and presidencies held today; those without stated bounds count as held';
