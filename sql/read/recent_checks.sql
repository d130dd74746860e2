-- what: verdicts of the last days before a moment, to be kept in the next file
-- from: checks
-- parameters: checked_at, the moment; days, how many
SELECT *
FROM checks
WHERE checked_at >= $checked_at - to_days($days::INTEGER)
