-- After a restore a source has two histories of a stream: what is parked belongs to one of them.
alter table parked add column epoch int;
update parked set epoch = (headers->>'epoch')::int;
alter table parked alter column epoch set not null;
alter table parked drop constraint parked_pkey;
alter table parked add primary key (source, stream, epoch, sequence);

-- Parked events that somebody decided to do without: their place counts as passed.
create table discarded (
    source   text        not null,
    stream   text        not null,
    epoch    int         not null,
    sequence bigint      not null,
    id       uuid        not null,
    why      text        not null,
    actor    text        not null,
    at       timestamptz not null default clock_timestamp(),
    reason   text        not null,
    bytes    bytea       not null,
    headers  jsonb       not null,
    primary key (source, stream, epoch, sequence, id)
);
create index discarded_by_time on discarded (at);
