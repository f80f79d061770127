-- A rehearsal tells nothing of how long the real thing takes.
alter table template_run add column rehearsal boolean not null default false;
