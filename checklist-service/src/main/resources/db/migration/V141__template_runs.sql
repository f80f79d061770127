-- Which window was run from which template, and how long each of its steps took: what forecasts and
-- new checklists of the same template rest on.
create table template_run (
    window_id   text        primary key,
    template_id text        not null,
    version     int         not null,
    drafted_at  timestamptz not null,
    begun       boolean     not null,
    steps       jsonb       not null
);
create index template_run_by_template on template_run (template_id, drafted_at desc);

-- The newest version of each template.
create table template_row (
    id         text        primary key,
    title      text        not null,
    team       text,
    version    int         not null,
    steps      int         not null,
    open       int         not null,
    changed_at timestamptz not null
);

grant select, insert, update, delete on template_run, template_row to "${serviceRole}";
