package dev.interlude.eventlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The chosen names of a sealed family of events on disk and on the wire: {@code
 * dev.interlude.<service>.<EventName>.v<n>}. A Java class may be renamed, its type may not.
 *
 * @param <E> the sealed interface
 */
public final class EventTypes<E> {

    private final Map<String, Class<? extends E>> classes;
    private final Map<Class<?>, String> names;
    private final Map<String, Upcast> upcasts;

    private EventTypes(Map<String, Class<? extends E>> classes, Map<String, Upcast> upcasts) {
        this.classes = Map.copyOf(classes);
        this.upcasts = Map.copyOf(upcasts);
        this.names =
                classes.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** Starts a list for a sealed interface; {@code prefix} is for example the service. */
    public static <E> Builder<E> of(Class<E> sealed, String service) {
        return new Builder<>(sealed, "dev.interlude." + service + ".");
    }

    /** The type of an event. */
    public String typeOf(E event) {
        String name = names.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("no type for " + event.getClass().getSimpleName());
        }
        return name;
    }

    /**
     * The record of a type, or null when this build does not know it. Of an old version, the record
     * that it becomes on reading.
     */
    public @Nullable Class<? extends E> classOf(String type) {
        return classes.get(newest(type));
    }

    /** Every type that is written today, for contract tests. */
    public Set<String> types() {
        return classes.keySet();
    }

    /** Every type that can be read: those of today, and old versions that become one of them. */
    public Set<String> readable() {
        return Stream.concat(classes.keySet().stream(), upcasts.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads data; of an old version, through the upcasts to the newest one. The stored bytes stay
     * as they are.
     *
     * @throws UnreadableEvent when the type is unknown here, or the data is no such JSON
     */
    public E read(String type, byte[] data) {
        Class<? extends E> record = classOf(type);
        if (record == null) {
            throw new UnreadableEvent(type + " is unknown to this build", null);
        }
        return upcasts.containsKey(type)
                ? LogJson.read(upcast(type, LogJson.object(data)), record)
                : LogJson.read(data, record);
    }

    private ObjectNode upcast(String type, ObjectNode data) {
        ObjectNode node = data;
        String at = type;
        for (Upcast step = upcasts.get(at); step != null; step = upcasts.get(at)) {
            node = step.step().apply(node);
            at = step.to();
        }
        return node;
    }

    private String newest(String type) {
        String at = type;
        for (Upcast step = upcasts.get(at); step != null; step = upcasts.get(at)) {
            at = step.to();
        }
        return at;
    }

    /** How data of one version becomes data of the next. */
    private record Upcast(String to, UnaryOperator<ObjectNode> step) {}

    /** Collects the names and checks that no event of the sealed family is forgotten. */
    public static final class Builder<E> {
        private final Class<E> sealed;
        private final String prefix;
        private final Map<String, Class<? extends E>> classes = new LinkedHashMap<>();
        private final Map<String, Upcast> upcasts = new LinkedHashMap<>();

        private Builder(Class<E> sealed, String prefix) {
            this.sealed = sealed;
            this.prefix = prefix;
        }

        /** Names version 1 of an event. */
        public Builder<E> add(String name, Class<? extends E> type) {
            return add(name, 1, type);
        }

        /** Names a version of an event: the one that is written. */
        public Builder<E> add(String name, int version, Class<? extends E> type) {
            if (classes.put(prefix + name + ".v" + version, type) != null) {
                throw new IllegalStateException(name + " is named twice");
            }
            return this;
        }

        /**
         * Says how an event that was written as version {@code from} is read as the next version.
         * Steps follow one another until a version that has a record. Pure; the node given may be
         * changed and returned.
         */
        public Builder<E> upcast(String name, int from, UnaryOperator<ObjectNode> step) {
            String next = prefix + name + ".v" + (from + 1);
            if (upcasts.put(prefix + name + ".v" + from, new Upcast(next, step)) != null) {
                throw new IllegalStateException(name + " is upcast twice from " + from);
            }
            return this;
        }

        public EventTypes<E> build() {
            upcasts.forEach((from, upcast) -> {
                if (classes.containsKey(from)) {
                    throw new IllegalStateException(from + " has a record and is upcast");
                }
                if (!classes.containsKey(upcast.to()) && !upcasts.containsKey(upcast.to())) {
                    throw new IllegalStateException(from + " becomes the unknown " + upcast.to());
                }
            });
            var missing = records(sealed).filter(c -> !classes.containsValue(c)).toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("events without a type: " + missing);
            }
            return new EventTypes<>(classes, upcasts);
        }

        /** A family may have families within: only what has no subclasses is an event. */
        private static Stream<Class<?>> records(Class<?> type) {
            Class<?>[] permitted = type.getPermittedSubclasses();
            return permitted == null
                    ? Stream.of(type)
                    : Arrays.stream(permitted).flatMap(Builder::records);
        }
    }
}
