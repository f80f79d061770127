package dev.interlude.checklist.scripts;

import dev.interlude.checklist.checklist.ScriptReport;
import dev.interlude.checklist.checklist.ScriptReport.Ending;
import dev.interlude.checklist.checklist.ScriptReport.Reading;
import dev.interlude.eventlog.http.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies that admins and runners send. Instants are RFC 3339, durations ISO 8601. */
final class RunnerRequests {

    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}";

    private static final Duration LONGEST_LOOK = Duration.ofHours(1);

    private RunnerRequests() {}

    /**
     * A new runner.
     *
     * @param scripts names of the only scripts it may be given; default: all that its team asks for
     */
    record RegistrationRequest(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String name,
            @NotBlank @Size(max = 64) String team,
            @Nullable @Size(min = 1, max = 200)
                    List<@NotNull @Pattern(regexp = NAME) String> scripts) {}

    /**
     * A runner asks for work.
     *
     * @param claim its own id of this claim; the same when it asks again since the answer was lost
     * @param scripts names that it offers
     * @param probes whether it makes probes
     * @param version of its program
     * @param patience how long it would wait; the service may answer earlier
     */
    record ClaimRequest(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9-]{8,64}") String claim,
            @NotNull @Size(max = 500) List<@NotNull @Pattern(regexp = NAME) String> scripts,
            @Nullable Boolean probes,
            @Nullable @Size(max = 64) String version,
            @Nullable Duration patience) {}

    /**
     * What became of a run.
     *
     * @param startedAt by the runner's clock; none when it was not started
     * @param bytes of all of its output
     * @param sha256 over all of its output, hexadecimal
     * @param reason why it did not come to an end by itself
     * @param tail the last bytes of an output that is longer than 64 kB, Base64
     * @param reading what the probe saw
     */
    record ResultRequest(
            @NotNull Ending ending,
            @Nullable Integer exitCode,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable @PositiveOrZero Long bytes,
            @Nullable @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @Nullable @Size(max = 1_000) String reason,
            @Nullable @Size(max = 12_000) String tail,
            @Nullable @Valid ReadingRequest reading) {

        ScriptReport report() {
            if (startedAt != null && endedAt != null && endedAt.isBefore(startedAt)) {
                throw Problem.invalid("/endedAt", "not before it was started");
            }
            return new ScriptReport(
                    ending,
                    exitCode,
                    startedAt,
                    endedAt,
                    bytes,
                    sha256,
                    reason,
                    reading == null ? null : reading.reading());
        }

        byte @Nullable [] tailBytes() {
            if (tail == null) {
                return null;
            }
            try {
                return Base64.getDecoder().decode(tail);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("/tail", "Base64");
            }
        }
    }

    /**
     * What a probe saw.
     *
     * @param fault why nothing could be seen
     */
    record ReadingRequest(
            @Nullable Integer status,
            @Nullable Duration took,
            @Nullable BigDecimal value,
            @Nullable @Size(max = 500) String fault) {

        Reading reading() {
            if (value != null && (value.precision() > 40 || Math.abs((long) value.scale()) > 40)) {
                throw Problem.invalid("/reading/value", "has too many digits");
            }
            if (took != null && (took.isNegative() || took.compareTo(LONGEST_LOOK) > 0)) {
                throw Problem.invalid("/reading/took", "from nothing to an hour");
            }
            return new Reading(status, took, value, fault);
        }
    }
}
