#!/bin/sh
# Stands for `apictl publish --mode outbox`, and sees that requests are still answered.
set -eu
for probe in 1 2 3; do
    curl -fsS -m 5 -o /dev/null -w "probe $probe: %{http_code} after %{time_total} s\n" \
        "@front-door@api/v2/status.json"
done
