-- Windows that are under way and have a checklist: what is looked at every ten seconds.
create table run_under_way (
    window_id text        primary key,
    since     timestamptz not null
);

grant select, insert, update, delete on run_under_way to "${serviceRole}";
