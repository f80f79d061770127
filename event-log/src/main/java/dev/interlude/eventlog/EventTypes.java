package dev.interlude.eventlog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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

    private EventTypes(Map<String, Class<? extends E>> classes) {
        this.classes = Map.copyOf(classes);
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

    /** The record of a type, or null when this build does not know it. */
    public @Nullable Class<? extends E> classOf(String type) {
        return classes.get(type);
    }

    /** Every type, for contract tests. */
    public Set<String> types() {
        return classes.keySet();
    }

    /** Collects the names and checks that no event of the sealed family is forgotten. */
    public static final class Builder<E> {
        private final Class<E> sealed;
        private final String prefix;
        private final Map<String, Class<? extends E>> classes = new LinkedHashMap<>();

        private Builder(Class<E> sealed, String prefix) {
            this.sealed = sealed;
            this.prefix = prefix;
        }

        /** Names version 1 of an event. */
        public Builder<E> add(String name, Class<? extends E> type) {
            return add(name, 1, type);
        }

        public Builder<E> add(String name, int version, Class<? extends E> type) {
            if (classes.put(prefix + name + ".v" + version, type) != null) {
                throw new IllegalStateException(name + " is named twice");
            }
            return this;
        }

        public EventTypes<E> build() {
            var missing = records(sealed).filter(c -> !classes.containsValue(c)).toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("events without a type: " + missing);
            }
            return new EventTypes<>(classes);
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
