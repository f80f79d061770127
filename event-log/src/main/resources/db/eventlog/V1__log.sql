-- One log per service: what it decided (own) and what it heard, in one gapless order.
create table log (
    position        bigint      primary key,
    source          text        not null,
    epoch           int         not null,
    stream          text        not null,
    sequence        bigint      not null check (sequence > 0),
    id              uuid        not null unique,
    type            text        not null,
    key             text        not null,
    occurred_at     timestamptz not null,
    recorded_at     timestamptz not null,
    heard_at        timestamptz,
    source_position bigint,
    stream_ordinal  bigint,
    actor           text        not null,
    correlation_id  uuid        not null,
    causation_id    uuid,
    traceparent     text,
    data            bytea       not null,
    unique (source, epoch, stream, sequence),
    check ((heard_at is null) = (source_position is null))
);
create index log_by_key on log (key, position);
create index log_by_ordinal on log (stream_ordinal) where stream_ordinal is not null;

-- The newest event of each own stream; command_sequence is that of the newest one made by a command.
create table head (
    stream           text   primary key,
    sequence         bigint not null,
    command_sequence bigint not null,
    ordinal          bigint
) with (fillfactor = 70);
create index head_by_ordinal on head (split_part(stream, '-', 1), ordinal) where ordinal is not null;

-- What a caller's key led to, so that the same key gets the same answer.
create table idempotency (
    owner          text        not null,
    key            text        not null,
    request_sha256 bytea       not null,
    status         int         not null,
    stream         text        not null,
    from_sequence  bigint      not null,
    to_sequence    bigint      not null,
    at             timestamptz not null,
    primary key (owner, key)
);
create index idempotency_by_age on idempotency (at);

-- Timers: written by the append that plans or moves them, removed by the append of what they led to.
create table due (
    stream              text        not null,
    name                text        not null,
    due_at              timestamptz not null,
    planned_by_sequence bigint      not null,
    primary key (stream, name, planned_by_sequence)
);
create index due_by_time on due (due_at);

-- How far each topic partition was taken into the log.
create table heard_offset (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- Up to which position of a source the full list of its published events is known to be here.
create table heard_source (
    source   text   primary key,
    epoch    int    not null,
    position bigint not null
);

-- Positions of projections and reactions.
create table consumer (
    name     text   primary key,
    position bigint not null
);

-- Rejections that a reaction met, kept beside its position.
create table reaction_rejection (
    reaction text        not null,
    event_id uuid        not null,
    code     text        not null,
    detail   text        not null,
    at       timestamptz not null,
    primary key (reaction, event_id, code)
);

-- Events that could not be taken: their stream waits, all others go on.
create table parked (
    source   text        not null,
    stream   text        not null,
    sequence bigint      not null,
    reason   text        not null,
    bytes    bytea       not null,
    headers  jsonb       not null,
    at       timestamptz not null default clock_timestamp(),
    primary key (source, stream, sequence)
);

-- The relay's place; leader_epoch tells a former leader that it is one.
create table relay (
    only_row     boolean primary key default true check (only_row),
    position     bigint  not null,
    leader_epoch bigint  not null
);
insert into relay (position, leader_epoch) values (0, 0);

create table store (
    only_row boolean primary key default true check (only_row),
    epoch    int     not null
);
insert into store (epoch) values (1);

create table clock (
    only_row boolean  primary key default true check (only_row),
    ahead    interval not null
);
insert into clock (ahead) values (interval '0');

-- The log's clock: the machine's, moved forward in local and test runs only.
create function interlude_now() returns timestamptz
    language sql stable
    as $$ select clock_timestamp() + (select ahead from clock) $$;
