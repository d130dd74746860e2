-- what: who has that lock: the name that the connection was given, and since when it stands
SELECT activity.application_name, activity.pid, activity.backend_start
FROM pg_locks AS locks
INNER JOIN pg_stat_activity AS activity ON activity.pid = locks.pid
WHERE
    locks.locktype = 'advisory' AND locks.granted AND locks.classid = 0 AND locks.objid = :key
    AND locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
