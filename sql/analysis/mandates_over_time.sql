-- what: who has held which role in an organisation or process, in order of time
-- from: the view all_mandates
-- parameters: organisation, a slug; null for all
SELECT organisation_id, organisation, role, holder, period_edtf, starts_on, ends_on, documents
FROM all_mandates
WHERE organisation_id = coalesce($organisation, organisation_id)
ORDER BY organisation_id, role, starts_on NULLS FIRST, holder
