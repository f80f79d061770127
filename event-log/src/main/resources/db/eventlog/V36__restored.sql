-- Restores from a backup, own ones and those of services heard: what a source had recorded in an
-- older epoch behind last_position is void. It stays in the log and is passed over by who reads it.
create table restored (
    source        text   not null,
    epoch         int    not null,
    last_position bigint not null,
    primary key (source, epoch)
);

-- Said once after this database came back from a backup, before the service writes again: a new
-- epoch begins behind the newest position, and an event tells it to all. The epoch is one that the
-- world has not seen, also when one backup is restored twice: at least the seconds since 2026.
create function interlude_restored(service text, out new_epoch int, out last_position bigint)
    language plpgsql
    as $$
declare
    event_id uuid := uuidv7();
    present  timestamptz;
    version  bigint;
begin
    perform pg_advisory_xact_lock(536444651044865);
    if exists (select from log where heard_at is null and source <> service) then
        raise exception 'this database holds the log of another service than %', service;
    end if;
    select coalesce(max(position), 0),
           greatest(interlude_now(), max(coalesce(heard_at, recorded_at)))
        into last_position, present
        from (select * from log order by position desc limit 1) newest;
    update store set epoch = greatest(epoch + 1,
            extract(epoch from clock_timestamp() - timestamptz '2026-01-01T00:00:00Z')::int)
        returning epoch into new_epoch;
    insert into restored values (service, new_epoch, last_position);
    insert into head as known (stream, sequence, command_sequence)
        values ('store-' || service, 1, 1)
        on conflict (stream) do update set sequence = known.sequence + 1,
            command_sequence = known.sequence + 1
        returning sequence into version;
    insert into log (position, source, epoch, stream, sequence, id, type, key, occurred_at,
            recorded_at, actor, correlation_id, data)
        values (last_position + 1, service, new_epoch, 'store-' || service, version, event_id,
            'dev.interlude.' || service || '.StoreRestored.v1', service, present, present,
            'machine:restored', event_id,
            convert_to(format('{"epoch":%s,"lastPosition":%s}', new_epoch, last_position), 'UTF8'));
end
$$;
revoke execute on function interlude_restored from public;
