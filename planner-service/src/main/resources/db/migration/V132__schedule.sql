-- What takes up components and people, and when.
create table schedule_row (
    id         text        primary key,
    number     bigint      not null,
    title      text        not null,
    team       text        not null,
    state      text        not null,
    kind       text        not null,
    audience   text        not null,
    tentative  boolean     not null,
    zone       text        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    components text        not null,
    crew       text        not null,
    p50        timestamptz
);
create index schedule_row_by_start on schedule_row (starts_at, id);
create index schedule_row_at_work on schedule_row (ends_at, id)
    where state in ('InProgress', 'Verifying', 'RollingBack');

create table schedule_use (
    id        text primary key,
    window_id text not null references schedule_row,
    what      text not null
);
create index schedule_use_by_window on schedule_use (window_id);
create index schedule_use_by_what on schedule_use (what, window_id);
