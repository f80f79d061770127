package dev.interlude.postmortem.view.timeline;

import dev.interlude.postmortem.Archived;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a timeline says of an event of some type, for tests outside this package. */
public final class SummariesOfExamples {

    private SummariesOfExamples() {}

    /** Fails when the type is unknown or its data can't be read. */
    public static String of(String type, byte[] data) {
        String[] parts = type.split("\\.", -1);
        var event =
                new Archived()
                        .event(
                                parts[2],
                                "any-" + Archived.WINDOW,
                                1,
                                parts[3],
                                new String(data, StandardCharsets.UTF_8));
        String sentence = Summaries.known(event, WindowFacts.of(Archived.WINDOW, List.of()));
        if (sentence == null) {
            throw new AssertionError("no sentence for " + type);
        }
        return sentence;
    }
}
