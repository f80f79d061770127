create table tally_view (
    id    text   primary key,
    total bigint not null,
    steps bigint not null
);
create table heard_view (
    position bigint primary key,
    id       uuid not null unique,
    stream   text not null,
    sequence bigint not null
);
