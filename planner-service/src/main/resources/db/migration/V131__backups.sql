-- Components that stand in for each other.
alter table component_row add column backed_by text not null default '';
