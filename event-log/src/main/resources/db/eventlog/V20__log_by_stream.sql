-- A stream is looked up by its source and name, whatever the epochs it has lived through: with the
-- epoch last, one descent into the index finds it. The rule stays the same.
alter table log drop constraint log_source_epoch_stream_sequence_key;
alter table log add constraint log_by_stream unique (source, stream, sequence, epoch);
