-- Files that were put beside steps, each once, by what they contain. Who put which beside what is in
-- the events.
create table evidence_file (
    sha256    text        primary key,
    content   bytea       not null,
    stored_at timestamptz not null default now()
);
alter table evidence_file alter column content set storage external;

grant select, insert on evidence_file to "${serviceRole}";
