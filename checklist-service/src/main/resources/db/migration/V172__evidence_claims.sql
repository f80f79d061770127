-- For which checklist a file was kept. Until an event names it that is a claim only: it is given up
-- when no event did, and the file goes with the last of its claims.
create table evidence_claim (
    sha256     text        not null references evidence_file (sha256),
    window_id  text        not null,
    attached   boolean     not null,
    claimed_at timestamptz not null default now(),
    primary key (sha256, window_id)
);
create index evidence_claim_open on evidence_claim (claimed_at) where not attached;

-- What is there already stays: who put it there is in the events.
insert into evidence_claim (sha256, window_id, attached)
select sha256, 'before', true from evidence_file;

grant select, insert, update, delete on evidence_claim to "${serviceRole}";
grant update, delete on evidence_file to "${serviceRole}";
