-- API tokens as they are listed: whose, what they may do, until when. Nothing of a token itself.
create table api_token (
    id         text        primary key,
    kind       text        not null,
    holder     text,
    machine    text,
    label      text,
    roles      text        not null,
    teams      text        not null,
    issued_by  text,
    issued_at  timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
create index api_token_by_holder on api_token (holder, issued_at);
