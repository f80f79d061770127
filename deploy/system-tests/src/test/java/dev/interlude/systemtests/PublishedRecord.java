package dev.interlude.systemtests;

import java.util.Set;

/**
 * A record as it lies on a topic.
 *
 * @param source of the event, without {@code /interlude/}
 * @param subject its stream
 * @param key of the record
 * @param type in full
 * @param headers names of the headers
 * @param data as it is
 */
record PublishedRecord(
        String topic,
        String source,
        String subject,
        long sequence,
        String key,
        String type,
        Set<String> headers,
        byte[] data) {

    String name() {
        return type.split("\\.", -1)[3];
    }
}
