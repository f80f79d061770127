package dev.interlude.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.postmortem.view.timeline.SummariesOfExamples;
import dev.interlude.testkit.Contracts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of every service has a sentence of its own, also when it has grown a member. */
class HeardContractsTest {

    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final String EXAMPLE = ".example.json";

    @ParameterizedTest
    @MethodSource("aboutWindows")
    void an_example_is_told_the_same_today_and_tomorrow(String type) {
        String today = SummariesOfExamples.of(type, Contracts.example(type));
        assertThat(today).isNotBlank();
        assertThat(SummariesOfExamples.of(type, Contracts.exampleOfTomorrow(type)))
                .isEqualTo(today);
    }

    static List<String> aboutWindows() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS, 2)) {
            return files.filter(f -> f.toString().endsWith(EXAMPLE))
                    .map(HeardContractsTest::type)
                    .filter(HeardContractsTest::isAboutWindow)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isAboutWindow(String type) {
        if (type.contains(".Occurrence")) {
            return false;
        }
        return new String(Contracts.example(type), StandardCharsets.UTF_8).contains("\"windowId\"");
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return "dev.interlude."
                + file.getName(file.getNameCount() - 2)
                + "."
                + name.substring(0, name.length() - EXAMPLE.length());
    }
}
