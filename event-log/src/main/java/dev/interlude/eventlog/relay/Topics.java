package dev.interlude.eventlog.relay;

import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.LogDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which topic a stream of this service is published to. */
@ApplicationScoped
public class Topics {

    static final int PARTITIONS = 12;

    private final LogConfig config;
    private final LogDefinition definition;

    Topics(LogConfig config, LogDefinition definition) {
        this.config = config;
        this.definition = definition;
    }

    /** The topic's full name, or null when the stream is private. */
    public @Nullable String of(String stream) {
        String topic = definition.categoryOf(stream).topic();
        return topic == null ? null : full(topic);
    }

    /** All topics this service publishes to. */
    Set<String> own() {
        return definition.categories().stream()
                .map(Category::topic)
                .filter(topic -> topic != null)
                .map(this::full)
                .collect(Collectors.toSet());
    }

    private String full(String topic) {
        return config.topicPrefix() + topic + ".v1";
    }
}
