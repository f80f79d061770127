-- What windows are looked for by, and what a calendar entry says of them; the rows are made anew.
alter table window_row
    add column tentative  boolean     not null default false,
    add column announced  boolean     not null default false,
    add column delayed    boolean     not null default false,
    add column holds      int         not null default 0,
    add column outcome    text,
    add column series     text,
    add column words      text        not null default '',
    add column actual_end timestamptz,
    add column revision   int         not null default 0,
    add column planned_at timestamptz not null default 'epoch',
    add column changed_at timestamptz not null default 'epoch';
create index window_row_by_end on window_row (ends_at);
