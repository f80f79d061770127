package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;

/** What a known key was answered the first time, folded from the stream as it was then. */
final class FirstAnswer {

    private FirstAnswer() {}

    static <E, S> Uni<Handled<E, S>> of(Streams<E, S> streams, Invocation how, Keys.Known known) {
        if (!Arrays.equals(known.requestSha256(), how.requestSha256())) {
            return Uni.createFrom()
                    .failure(
                            Problem.of(
                                    422,
                                    "key-reused",
                                    "this Idempotency-Key was used for another request"));
        }
        return streams.foldTo(known.stream(), known.to())
                .chain(folded -> events(streams, known).map(e -> handled(folded, e, known)));
    }

    private static <E, S> Uni<List<Recorded<E>>> events(Streams<E, S> streams, Keys.Known known) {
        return streams.events(known.stream())
                .map(rows ->
                        rows.stream()
                                .filter(row -> row.sequence() >= known.from())
                                .filter(row -> row.sequence() <= known.to())
                                .map(streams::recorded)
                                .toList());
    }

    private static <E, S> Handled<E, S> handled(
            Folded<S> folded, List<Recorded<E>> events, Keys.Known known) {
        return new Handled<>(
                folded.state(), events, folded.version(), folded.sequence(), known.status(), false);
    }
}
