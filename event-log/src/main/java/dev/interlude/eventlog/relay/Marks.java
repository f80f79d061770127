package dev.interlude.eventlog.relay;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * An offset for each partition. What the relay was given last, where the broker's partitions end,
 * or where a batch came to stand.
 *
 * @param offsets by {@code <topic>/<partition>}
 */
record Marks(Map<String, Long> offsets) {

    static final Marks NONE = new Marks(Map.of());

    Marks {
        offsets = Map.copyOf(offsets);
    }

    static String partition(String topic, int partition) {
        return topic + "/" + partition;
    }

    static Marks of(JsonObject json) {
        var offsets = new HashMap<String, Long>();
        json.forEach(entry -> offsets.put(entry.getKey(), json.getLong(entry.getKey())));
        return new Marks(offsets);
    }

    JsonObject json() {
        return new JsonObject(new HashMap<>(offsets));
    }

    /** These, and the others where there are some. */
    Marks and(Marks newer) {
        var all = new HashMap<>(offsets);
        all.putAll(newer.offsets);
        return new Marks(all);
    }

    /** The lower of both in each partition. */
    Marks least(Marks other) {
        var all = new HashMap<>(offsets);
        other.offsets.forEach((partition, offset) -> all.merge(partition, offset, Math::min));
        return new Marks(all);
    }

    /** True when each of these lies below the end; partitions without an end don't count. */
    boolean below(Marks ends) {
        return offsets.entrySet().stream()
                .allMatch(mark ->
                        mark.getValue() < ends.offsets.getOrDefault(mark.getKey(), Long.MAX_VALUE));
    }
}
