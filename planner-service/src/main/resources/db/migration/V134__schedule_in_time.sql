-- What takes place in a time is found by the time alone: few windows ever do, while a component
-- collects windows for years. One that is at work takes until it is done, whatever was announced.
create index schedule_row_in_time on schedule_row using gist (tstzrange(
    starts_at,
    case when state in ('InProgress', 'Verifying', 'RollingBack')
        then 'infinity'::timestamptz else greatest(starts_at, ends_at) end));
drop index schedule_row_by_start;
drop table schedule_use;
