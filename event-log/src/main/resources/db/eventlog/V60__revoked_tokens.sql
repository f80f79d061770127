-- Tokens that were taken back are known before the first request is answered, however long the log.
create index log_of_revoked_tokens on log (position)
    where type = 'dev.interlude.planner.ApiTokenRevoked.v1';
