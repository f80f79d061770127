-- Series; state is what its stream folds to, as JSON.
create table series_row (
    id    text primary key,
    title text not null,
    team  text not null,
    state text not null
);
