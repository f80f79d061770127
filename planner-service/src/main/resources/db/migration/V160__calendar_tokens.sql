-- Tokens that open the calendar, found by the hash of their secret.
create table calendar_token (
    id         text        primary key,
    sha256     text        not null,
    person     text        not null,
    label      text        not null,
    team       text,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index calendar_token_by_hash on calendar_token (sha256);
create index calendar_token_by_person on calendar_token (person, issued_at);
