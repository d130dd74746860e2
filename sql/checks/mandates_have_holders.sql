-- severity: warn
-- what: mandates that nobody holds
-- why: a role without its holder was not understood
SELECT mandate_id, organisation_id, role, period_edtf
FROM mandates
WHERE holder_country IS NULL AND holder_organisation IS NULL AND holder_person IS NULL
