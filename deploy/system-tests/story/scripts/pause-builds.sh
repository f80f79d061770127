#!/bin/sh
# Stands for `buildctl scheduler pause --all`: counts down what is still being taken up.
left=${1:-3}
while [ "$left" -gt 0 ]; do
    echo "$left builds are still being taken up"
    left=$((left - 1))
    sleep 0.2
done
echo "no build is taken up any more, for step $INTERLUDE_STEP_ID"
