-- Lists of windows; made from the log, and made anew from it when they must be.
create table window_row (
    id        text        primary key,
    number    bigint      not null,
    title     text        not null,
    state     text        not null,
    overrun   boolean     not null,
    kind      text        not null,
    audience  text        not null,
    team      text        not null,
    zone      text        not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null
);
create index window_row_by_start on window_row (starts_at, id);
create index window_row_by_team on window_row (team, starts_at, id);

create table window_component (
    id           text primary key,
    window_id    text not null references window_row,
    component_id text not null,
    ordinal      int  not null,
    name         text not null,
    impact       text not null
);
create index window_component_by_window on window_component (window_id);
create index window_component_by_component on window_component (component_id, window_id);

-- The catalogue of components.
create table component_row (
    id         text   primary key,
    name       text   not null,
    heading    text,
    depends_on text   not null,
    team       text,
    version    bigint not null
);
create index component_row_by_team on component_row (team, id);
