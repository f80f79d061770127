package dev.interlude.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * A family of streams, named by what stands before the first hyphen of the stream's name ({@code
 * window-0198…} is of category {@code window}). What stands after it is the record's key in Kafka.
 *
 * @param name lower case, no hyphen
 * @param numbered whether the first event of each stream takes the next gapless ordinal
 * @param topic the topic without prefix and version that its events are published to ({@code
 *     planner}, {@code notices}); null for a private category, which is not published at all
 */
public record Category(String name, boolean numbered, @Nullable String topic) {

    public static Category published(String name, String topic) {
        return new Category(name, false, topic);
    }

    public static Category unpublished(String name) {
        return new Category(name, false, null);
    }

    /** The same category with ordinals. */
    public Category withOrdinals() {
        return new Category(name, true, topic);
    }

    /** The stream of this category with that id. */
    public String stream(String id) {
        return name + "-" + id;
    }

    /** The category's name of a stream. */
    public static String nameOf(String stream) {
        return stream.substring(0, hyphen(stream));
    }

    /** The id of a stream, which is also its key. */
    public static String idOf(String stream) {
        return stream.substring(hyphen(stream) + 1);
    }

    private static int hyphen(String stream) {
        int hyphen = stream.indexOf('-');
        if (hyphen < 1) {
            throw new IllegalArgumentException("not a stream name: " + stream);
        }
        return hyphen;
    }
}
