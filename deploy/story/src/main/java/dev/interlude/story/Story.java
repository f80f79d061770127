package dev.interlude.story;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A story: acts in order.
 *
 * @param title of the story
 * @param zone IANA zone of its times of day
 * @param acts in the order in which they are played
 * @param told what the public is told in the whole story, a notice a line: kind, state, promised
 *     end, words
 */
public record Story(String title, ZoneId zone, List<Act> acts, List<String> told) {

    private static final List<String> SCRIPTS = List.of("pause-builds.sh", "api-answers.sh");
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .findAndAddModules()
                    .build();

    public Story {
        acts = List.copyOf(acts);
        told = List.copyOf(told);
        Set<String> names = new HashSet<>();
        for (Act act : acts) {
            if (!names.add(act.act())) {
                throw new IllegalArgumentException("two acts are called " + act.act());
            }
        }
    }

    /** The story of the team that moves its RabbitMQ to a new cluster. */
    public static Story rabbitmq() {
        try (InputStream in = resource("story.yaml")) {
            return YAML.readValue(in, Story.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the story can't be read", e);
        }
    }

    /**
     * What the steps of the story name, as a host has it: scripts by name, harmless.
     *
     * @param frontDoor the origin that they probe
     */
    public static Map<String, String> scripts(URI frontDoor) {
        String origin = frontDoor.resolve("/").toString();
        return SCRIPTS.stream()
                .collect(
                        Collectors.toMap(
                                name -> name,
                                name -> file("scripts/" + name).replace("@front-door@", origin)));
    }

    /** A text that lies beside the story. */
    static String file(String name) {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = Story.class.getClassLoader().getResourceAsStream("story/" + name);
        if (in == null) {
            throw new IllegalArgumentException("there is no story/" + name);
        }
        return in;
    }
}
