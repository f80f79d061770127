-- One key for each person of whom something is kept in private streams, wrapped by a secret that is
-- not in this database. Erasing a person is deleting their row; the log stays as it is.
create table person_key (
    id      uuid        primary key,
    person  text        not null unique,   -- opaque, never a name or an address
    wrapped bytea       not null,          -- AES-256-GCM: nonce, then the wrapped key and its tag
    made_at timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
