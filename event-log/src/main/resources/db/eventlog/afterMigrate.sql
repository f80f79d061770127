-- The service role works on rows; on the log it can only insert and read.
grant usage on schema public to ${serviceRole};
grant select, insert, update, delete on all tables in schema public to ${serviceRole};
grant usage, select on all sequences in schema public to ${serviceRole};
revoke update, delete, truncate on log, discarded, restored from ${serviceRole};
revoke insert, update, delete on store, flyway_schema_history from ${serviceRole};
revoke insert, update, delete on clock from ${serviceRole};
do $$
begin
    if '${clockMovable}' = 'true' then
        grant update on clock to ${serviceRole};
    end if;
end
$$;
