package dev.interlude.eventlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON of event data: UTF-8, absent members for null, RFC 3339 instants in UTC, ISO 8601
 * durations, enums by name. Reading is tolerant: an unknown member is passed over. What is written
 * here at append is what is published, byte for byte.
 */
public final class LogJson {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new Jdk8Module())
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .build();

    private LogJson() {}

    /** The mapper itself, for reading trees; do not change its settings. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * True when a text can be written here and kept in columns: whole characters (no unpaired
     * surrogate) and no U+0000. Requests are asked this at the edge.
     */
    public static boolean isWritable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not writable as JSON: " + value.getClass().getSimpleName(), e);
        }
    }

    /**
     * Reads data into a record.
     *
     * @throws UnreadableEvent when the bytes are no such JSON
     */
    public static <T> T read(byte[] data, Class<T> type) {
        try {
            T value = MAPPER.readValue(data, type);
            if (value == null) {
                throw new UnreadableEvent("null is no " + type.getSimpleName(), null);
            }
            return value;
        } catch (IOException e) {
            throw new UnreadableEvent(
                    "no "
                            + type.getSimpleName()
                            + ": "
                            + new String(
                                    data, 0, Math.min(data.length, 80), StandardCharsets.UTF_8),
                    e);
        }
    }

    /** The data as a tree, for upcasts. */
    static ObjectNode object(byte[] data) {
        try {
            if (MAPPER.readTree(data) instanceof ObjectNode node) {
                return node;
            }
        } catch (IOException e) {
            throw new UnreadableEvent("no JSON", e);
        }
        throw new UnreadableEvent("no JSON object", null);
    }

    static <T> T read(ObjectNode data, Class<T> type) {
        try {
            return MAPPER.treeToValue(data, type);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("no " + type.getSimpleName(), e);
        }
    }
}
