package dev.interlude.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The explanation of the event log has a line for each of its classes, and for nothing else. */
class ExplainedTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path EXPLANATION = Path.of("../docs/explanation/event-log.md");
    private static final Pattern LINE = Pattern.compile("^\\| `(\\w+)` \\| \\S.*\\|$");

    @Test
    void every_class_has_its_line() throws IOException {
        assertThat(explained()).containsExactlyElementsOf(written());
    }

    private static Set<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> explained() throws IOException {
        return Files.readAllLines(EXPLANATION).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
