-- Which events belong to which window, in both orders. The events themselves stay in the log.
create table timeline (
    position    bigint primary key,   -- place in this service's log: the archive index
    window_id   text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    tells_facts boolean not null      -- title, zone, steps, crew: what sentences are made with
);
create index timeline_recorded on timeline (window_id, recorded_at, position);
create index timeline_occurred on timeline (window_id, occurred_at, position);
create index timeline_facts on timeline (window_id, position) where tells_facts;

create view timeline_entry as
select t.position, t.window_id, t.occurred_at, t.recorded_at, t.tells_facts,
       l.source, l.epoch, l.stream, l.sequence, l.id, l.type, l.key, l.actor,
       l.correlation_id, l.causation_id, l.data
  from timeline t
  join log l on l.position = t.position;

grant select, insert, delete on timeline to ${serviceRole};
grant select on timeline_entry to ${serviceRole};
