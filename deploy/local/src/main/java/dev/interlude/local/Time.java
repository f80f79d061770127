package dev.interlude.local;

import dev.interlude.story.Clocks;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "time",
        description = {
            "Moves the clock of all services forward: time +2d, time +1h30m,",
            "time to 2026-03-07T01:00:00Z. Without arguments: what time it is for them."
        },
        mixinStandardHelpOptions = true)
final class Time implements Callable<Integer> {

    private static final Pattern STEP = Pattern.compile("\\+((?:\\d+[dhms])+)");
    private static final Pattern PART = Pattern.compile("(\\d+)([dhms])");

    @Option(names = "--data", paramLabel = "<folder>", description = "as given to up or demo")
    private Path data = Path.of("data");

    @Parameters(paramLabel = "+<duration> | to <instant>", arity = "0..2")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        if (!Files.exists(DataFolder.ports(data))) {
            throw new LocalFailure("nothing has run in " + data + ": name the folder with --data");
        }
        PortPlan ports = PortPlan.load(DataFolder.ports(data));
        String root = DataFolder.tokens(data).read().getOrDefault("root", "");
        try (HttpClient http = HttpClient.newHttpClient()) {
            var clocks =
                    new Clocks(http, PortPlan.SERVICES.stream().map(ports::address).toList(), root);
            System.out.println(move(clocks, words));
        }
        return 0;
    }

    private static String move(Clocks clocks, List<String> words) {
        if (words.isEmpty()) {
            return "It is " + clocks.now();
        }
        Clocks.Moved moved = clocks.move(target(clocks, words));
        return "It is " + moved.now() + "; what came due has happened (" + moved.fired() + ")";
    }

    private static Instant target(Clocks clocks, List<String> words) {
        if (words.size() == 2 && words.getFirst().equals("to")) {
            return instant(words.getLast());
        }
        if (words.size() == 1) {
            return clocks.now().plus(duration(words.getFirst()));
        }
        throw new LocalFailure("say +2d, or: to <instant>");
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new LocalFailure(text + " is no instant such as 2026-03-07T01:00:00Z", e);
        }
    }

    /** Reads {@code +2d}, {@code +1h30m}, {@code +90s}. */
    static Duration duration(String text) {
        if (!STEP.matcher(text).matches()) {
            throw new LocalFailure(text + " is no step forward such as +2d or +1h30m");
        }
        return PART.matcher(text).results().map(Time::part).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration part(MatchResult part) {
        long count = Long.parseLong(part.group(1));
        return switch (part.group(2)) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofSeconds(count);
        };
    }
}
