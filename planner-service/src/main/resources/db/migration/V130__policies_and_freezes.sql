-- Scopes with a notice policy of their own; what it says is folded from its stream.
create table policy_row (
    id      text primary key,
    version int  not null
);

-- Freezes; terms are those of the event, as JSON.
create table freeze_row (
    id        text primary key,
    title     text not null,
    team      text,
    lifted_at timestamptz,
    terms     text not null
);
