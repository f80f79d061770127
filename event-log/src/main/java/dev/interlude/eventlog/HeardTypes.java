package dev.interlude.eventlog;

import java.util.HashMap;
import java.util.Map;

/**
 * The events of others that a service reads, with the tolerant records it reads them into. A bean;
 * optional. An event of such a type that can't be read as its record is parked: its stream waits,
 * all others go on.
 */
public interface HeardTypes {

    /** Records by full type ({@code dev.interlude.planner.WindowExtended.v1}). */
    Map<String, Class<?>> types();

    /**
     * Reads data of one of these types.
     *
     * @throws UnreadableEvent when it can't be read
     */
    default Object read(String type, byte[] data) {
        Class<?> record = types().get(type);
        if (record == null) {
            throw new UnreadableEvent(type + " is none of these", null);
        }
        return LogJson.read(data, record);
    }

    /** The types of a family of tolerant records, old versions that are upcast among them. */
    static HeardTypes of(EventTypes<?> family) {
        Map<String, Class<?>> types = new HashMap<>();
        family.readable().forEach(type -> types.put(type, family.classOf(type)));
        return new HeardTypes() {
            @Override
            public Map<String, Class<?>> types() {
                return types;
            }

            @Override
            public Object read(String type, byte[] data) {
                return family.read(type, data);
            }
        };
    }
}
