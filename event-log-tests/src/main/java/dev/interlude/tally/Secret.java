package dev.interlude.tally;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.personal.SealedText;
import java.util.List;

/** What somebody confided, and how often: a private stream with a sealed name in each event. */
record Secret(List<SealedText> names) {

    record Confide(Act act, String id, SealedText name) {}

    sealed interface SecretEvent {
        record Confided(String secretId, SealedText name) implements SecretEvent {}
    }

    static final class SecretDecider implements Decider<Confide, SecretEvent, Secret> {

        @Override
        public Secret initial() {
            return new Secret(List.of());
        }

        @Override
        public Decision<SecretEvent> decide(Confide confide, Secret secret) {
            return Decision.accept(new SecretEvent.Confided(confide.id(), confide.name()));
        }

        @Override
        public Secret evolve(Secret secret, Recorded<SecretEvent> recorded) {
            return switch (recorded.event()) {
                case SecretEvent.Confided e ->
                        new Secret(
                                java.util.stream.Stream.concat(
                                                secret.names().stream(),
                                                java.util.stream.Stream.of(e.name()))
                                        .toList());
            };
        }
    }
}
