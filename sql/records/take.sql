-- what: takes the lock of whoever runs with these records, which the server gives back when the connection ends; never waits
SELECT pg_try_advisory_lock(:key)
