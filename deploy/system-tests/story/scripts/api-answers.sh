#!/usr/bin/env bash
# Stands for `apictl publish --mode outbox`, and sees that requests are still answered. The shell
# asks by itself: nothing has to be installed for that.
set -euo pipefail
door=@front-door@
authority=${door#http://}
authority=${authority%%/*}
for probe in 1 2 3; do
    exec 3<> "/dev/tcp/${authority%:*}/${authority##*:}"
    printf 'GET /api/v2/status.json HTTP/1.0\r\nHost: %s\r\n\r\n' "$authority" >&3
    read -r -t 5 _ status _ <&3
    exec 3>&-
    echo "probe $probe: $status"
    [[ $status == 200 ]]
done
