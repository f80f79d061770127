-- What runners are heard of, by the wall clock: no fact that anybody replays, so rows and not
-- events. What matters of a run (asked, claimed, over) is in the log.

-- When a runner asked for work last, and what it can do.
create table runner_seen (
    runner_id text        primary key,
    at        timestamptz not null,
    version   text        not null,
    scripts   text        not null, -- JSON
    probes    boolean     not null
);

-- Who has a run, and when they were heard of it last.
create table script_lease (
    run_id    text        primary key,
    window_id text        not null,
    runner_id text        not null,
    heard_at  timestamptz not null
);

-- The first 64 kB of a run's output, and the last of a longer one.
create table script_output (
    run_id text  primary key,
    kept   bytea not null,
    tail   bytea
);
alter table script_output alter column kept set storage external;

grant select, insert, update on runner_seen, script_lease, script_output to "${serviceRole}";
