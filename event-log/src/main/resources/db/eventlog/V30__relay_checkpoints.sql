-- The newest offset that the broker gave in each partition, as of the relay's position; with what
-- stands in relay_checkpoint for earlier positions it tells how far back a broker has forgotten.
alter table relay add column offsets jsonb not null default '{}';

create table relay_checkpoint (
    position bigint      primary key,
    offsets  jsonb       not null,
    at       timestamptz not null
);
