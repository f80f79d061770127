package dev.interlude.eventlog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service tells the kit about its log: one {@code @Produces @Singleton} bean per service.
 *
 * @param service short name, for example {@code planner}; also the source of its own events
 * @param categories of its own streams, besides {@code store}, which every service has
 * @param hears the services whose published events enter this log
 * @param refusals where refused commands are recorded, or null to record none
 */
public record LogDefinition(
        String service, List<Category> categories, Set<String> hears, @Nullable Refusals refusals) {

    /**
     * Every 409 and 412 about an existing thing is kept in a stream of its own.
     *
     * @param category category of those streams, published
     * @param type event type, for example {@code dev.interlude.planner.CommandRefused.v1}
     * @param idField name of the member that carries the id of the thing ({@code windowId})
     * @param about id of the thing that a stream of this service is about; null when it is none
     */
    public record Refusals(
            String category,
            String type,
            String idField,
            Function<String, @Nullable String> about) {}

    public LogDefinition {
        // each service tells of restores of its database in a stream of its own
        categories = Stream.concat(categories.stream(), store(service, categories)).toList();
        hears = Set.copyOf(hears);
    }

    /** Told in the service's own topic; where nothing is published there is nobody to tell. */
    private static Stream<Category> store(String service, List<Category> others) {
        List<String> topics =
                others.stream().map(Category::topic).filter(Objects::nonNull).toList();
        if (topics.isEmpty()) {
            return Stream.of(Category.unpublished(StoreRestored.CATEGORY));
        }
        String topic = topics.contains(service) ? service : topics.getFirst();
        return Stream.of(Category.published(StoreRestored.CATEGORY, topic));
    }

    /** The category of one of this service's own streams. */
    public Category categoryOf(String stream) {
        String name = Category.nameOf(stream);
        return categories.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(stream + " is of no known category"));
    }

    Map<String, Category> byName() {
        return categories.stream().collect(Collectors.toMap(Category::name, c -> c));
    }
}
