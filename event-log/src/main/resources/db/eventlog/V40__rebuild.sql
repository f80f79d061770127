-- Which version of a projection's code its rows were made by, and whether they are to be made anew.
-- 0: never made yet; the live projection waits for the first building.
alter table consumer
    add column version    int not null default 1,
    add column wanted     text,          -- why a rebuild is wanted; null when none is
    add column wanted_at  timestamptz,
    add column rebuilt_at timestamptz;

-- Tables that are being rebuilt: the service makes them, fills them and drops them.
create schema rebuild;
grant usage, create on schema rebuild to ${serviceRole};

-- How far each rebuild is, and who is at it. Not logged, as the tables that it speaks of are not:
-- when PostgreSQL crashes they are empty together, and the rebuild begins anew.
create unlogged table rebuild.progress (
    name        text        primary key,
    version     int         not null,
    wanted_at   timestamptz,
    position    bigint      not null,
    worker      uuid        not null,
    lease_until timestamptz not null,
    begun_at    timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on rebuild.progress to ${serviceRole};
