package dev.interlude.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CloudEvents;
import dev.interlude.eventlog.EventTypes;
import dev.interlude.eventlog.HeardEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a released version left in its log, and what it folded to: {@code
 * src/test/resources/golden/<version>/log.ndjson}, an event per line as a CloudEvent with its bytes
 * as the text {@code data}, and {@code states.json} beside it. The present code must read all of it
 * and come to the same states.
 *
 * <p>When states differ on purpose, for a state has a new member: review the difference, then
 * {@code mvn … -Dgolden.write=true}. The log itself is never written again.
 */
public final class Golden {

    /** Sets and maps have no order of their own; it differs from one process to the next. */
    private static final ObjectMapper STATES =
            LogJson.mapper()
                    .copy()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .registerModule(new SimpleModule().addSerializer(Set.class, new Sorted()));

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private final Path folder;
    private final Map<String, List<HeardEvent>> streams = new LinkedHashMap<>();
    private final Map<String, JsonNode> states = new TreeMap<>();
    private final Set<String> left;

    private Golden(String version) {
        this.folder = FOLDER.resolve(version);
        lines().forEach(event ->
                streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event));
        this.left = new HashSet<>(streams.keySet());
    }

    /** All versions that were released. */
    public static Stream<String> versions() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log of a released version. */
    public static Golden of(String version) {
        return new Golden(version);
    }

    /** Folds all streams of a category with the present decider. */
    public <E, S> Golden fold(String category, Decider<?, E, S> decider, EventTypes<E> types) {
        assertThat(ofCategory(category)).as("streams of " + category).isNotEmpty();
        for (String stream : ofCategory(category)) {
            S state = decider.initial();
            for (HeardEvent event : streams.getOrDefault(stream, List.of())) {
                state = decider.evolve(state, recorded(event, types));
            }
            ObjectNode told = LogJson.mapper().createObjectNode();
            told.put("as", state.getClass().getSimpleName());
            told.set("state", STATES.valueToTree(state));
            states.put(stream, told);
            left.remove(stream);
        }
        return this;
    }

    /** A category whose streams are only written, never folded. */
    public Golden notFolded(String category) {
        left.removeAll(ofCategory(category));
        return this;
    }

    /** Every event is valid by the contract of its type, and each stream is whole. */
    public Golden keepsItsContracts() {
        streams.forEach((stream, events) -> {
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).sequence()).as(stream).isEqualTo(i + 1L);
                Contracts.validate(events.get(i).type(), events.get(i).data());
            }
        });
        return this;
    }

    /** All streams were folded, to the states that this version left. */
    public void comesToTheSameStates() {
        assertThat(left).as("streams that nobody folds").isEmpty();
        Path file = folder.resolve("states.json");
        JsonNode folded = LogJson.mapper().valueToTree(states);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, folded.toPrettyString() + "\n");
            }
            assertThat(LogJson.mapper().readTree(Files.readString(file)).toPrettyString())
                    .isEqualTo(folded.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ofCategory(String category) {
        return streams.keySet().stream()
                .filter(stream -> Category.nameOf(stream).equals(category))
                .toList();
    }

    private static <E> Recorded<E> recorded(HeardEvent event, EventTypes<E> types) {
        return new Recorded<>(
                types.read(event.type(), event.data()),
                event.id(),
                event.stream(),
                event.sequence(),
                event.actor(),
                event.occurredAt(),
                event.recordedAt(),
                event.correlationId(),
                event.causationId(),
                event.streamOrdinal());
    }

    private List<HeardEvent> lines() {
        try {
            return Files.readAllLines(folder.resolve("log.ndjson")).stream()
                    .map(Golden::event)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HeardEvent event(String line) {
        try {
            JsonNode node = LogJson.mapper().readTree(line);
            return CloudEvents.heard(
                    name -> node.path(name).textValue(),
                    node.path("data").asText().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a set in the order of its members' JSON. */
    @SuppressWarnings("rawtypes") // Jackson finds serializers by raw class
    private static final class Sorted extends JsonSerializer<Set> {

        @Override
        public void serialize(Set set, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            var members = new TreeMap<String, JsonNode>();
            for (Object member : set) {
                JsonNode node = STATES.valueToTree(member);
                members.put(node.toString(), node);
            }
            out.writeStartArray();
            for (JsonNode member : members.values()) {
                out.writeTree(member);
            }
            out.writeEndArray();
        }
    }
}
