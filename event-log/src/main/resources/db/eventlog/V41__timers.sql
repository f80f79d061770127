-- A timer that can't be fired doesn't stop the others: it is tried again later, and shows.
alter table due
    add column tries    int not null default 0,
    add column retry_at timestamptz,      -- by the machine's clock, not the log's
    add column failure  text;
create index due_failing on due (due_at) where failure is not null;

-- Rejections that a timer's command met: it came to nothing, and why.
create table timer_rejection (
    stream              text        not null,
    name                text        not null,
    planned_by_sequence bigint      not null,
    due_at              timestamptz not null,
    code                text        not null,
    detail              text        not null,
    at                  timestamptz not null,
    primary key (stream, name, planned_by_sequence)
);
