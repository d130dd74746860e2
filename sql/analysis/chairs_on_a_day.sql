-- what: chairs and presidencies held on a day, with how many documents say so
-- from: the view all_mandates
-- parameters: day, a DATE or null for today
SELECT organisation, role, holder, period_edtf, documents, mandate_id
FROM all_mandates
WHERE
    role IN ('chair', 'co_chair', 'presidency')
    AND coalesce(starts_on, DATE '-infinity') <= coalesce($day::DATE, current_date)
    AND coalesce(ends_on, DATE 'infinity') >= coalesce($day::DATE, current_date)
ORDER BY organisation, role, holder
