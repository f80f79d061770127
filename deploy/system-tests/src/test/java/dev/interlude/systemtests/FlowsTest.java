package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds contracts/flows.yaml against what the services' sources hear and react to. */
class FlowsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> SERVICES =
            List.of("planner", "checklist", "notifier", "postmortem");

    /** Each service has these of its own; a restore is heard by all who hear the service. */
    private static final Set<String> EVERYWHERE = Set.of("CommandRefused", "StoreRestored");

    private final JsonNode flows = yaml(ROOT.resolve("contracts/flows.yaml"));

    @ParameterizedTest
    @ValueSource(strings = {"planner", "checklist", "notifier"})
    void a_service_hears_what_the_flows_say_and_nothing_else(String service) {
        assertThat(heardBySources(service)).isEqualTo(heardByFlows(service));
    }

    @Test
    void the_postmortem_service_hears_everything() {
        for (String other : List.of("planner", "checklist", "notifier")) {
            assertThat(flows.at("/postmortem/hears/" + other).asText()).isEqualTo("all");
        }
        assertThat(flows.at("/postmortem/hears")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner", "checklist", "notifier", "postmortem"})
    void a_service_has_the_reactions_that_the_flows_say(String service) {
        Set<String> said = new TreeSet<>();
        flows.at("/" + service + "/reactions").fieldNames().forEachRemaining(said::add);
        assertThat(reactions(service)).isEqualTo(said);
    }

    @Test
    void no_chain_of_reactions_returns_to_its_origin_by_itself() {
        // an edge: an event that some reaction takes, to each event that it appends
        assertThat(Circles.in(flows)).isEmpty();
    }

    private Set<String> heardByFlows(String service) {
        Set<String> heard = new TreeSet<>();
        flows.at("/" + service + "/hears")
                .properties()
                .forEach(from ->
                        from.getValue()
                                .forEach(name -> heard.add(from.getKey() + "." + name.asText())));
        return heard;
    }

    /** Events of other services whose name or type stands in the folders heard and reaction. */
    private static Set<String> heardBySources(String service) {
        String source = String.join("\n", sources(service, "heard", "reaction"));
        Set<String> heard = new TreeSet<>();
        for (String other : SERVICES) {
            if (!other.equals(service)) {
                events(other).stream()
                        .filter(name -> !EVERYWHERE.contains(name))
                        .filter(name ->
                                Pattern.compile("\\b" + name + "\\b").matcher(source).find())
                        .forEach(name -> heard.add(other + "." + name));
            }
        }
        return heard;
    }

    private static Set<String> reactions(String service) {
        Set<String> names = new TreeSet<>();
        for (String source : sources(service, "reaction")) {
            var found = Pattern.compile("class (\\w+) implements Reaction\\b").matcher(source);
            while (found.find()) {
                names.add(found.group(1));
            }
        }
        return names;
    }

    private static List<String> sources(String service, String... folders) {
        Path main = ROOT.resolve(service + "-service/src/main/java/dev/interlude/" + service);
        return Stream.of(folders)
                .map(main::resolve)
                .filter(Files::isDirectory)
                .flatMap(FlowsTest::files)
                .filter(file -> file.toString().endsWith(".java"))
                .map(FlowsTest::withoutComments)
                .toList();
    }

    private static Set<String> events(String service) {
        String end = ".v1.schema.json";
        Set<String> names = new TreeSet<>();
        files(ROOT.resolve("contracts").resolve(service))
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(end))
                .forEach(name -> names.add(name.substring(0, name.length() - end.length())));
        return names;
    }

    private static String withoutComments(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
