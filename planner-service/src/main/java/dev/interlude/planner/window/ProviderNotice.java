package dev.interlude.planner.window;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said of its own work: a MAINTNOTE, the iCalendar notice that providers have
 * agreed on.
 *
 * @param provider {@code X-MAINTNOTE-PROVIDER}
 * @param account {@code X-MAINTNOTE-ACCOUNT}; which of the provider's customers we are
 * @param maintenanceId {@code X-MAINTNOTE-MAINTENANCE-ID}; the same in all notices of one work
 * @param sequence SEQUENCE (RFC 5545): of two notices the one with the higher is the newer
 * @param objects {@code X-MAINTNOTE-OBJECT-ID}; what of the provider's is worked on
 * @param summary one line for people
 */
public record ProviderNotice(
        String provider,
        String account,
        String maintenanceId,
        int sequence,
        Status status,
        Instant start,
        Instant end,
        Impact impact,
        List<String> objects,
        @Nullable String summary) {

    /** {@code X-MAINTNOTE-STATUS}. */
    public enum Status {
        TENTATIVE,
        CONFIRMED,
        CANCELLED,
        IN_PROCESS,
        COMPLETED;

        /** The work is going on, or was. */
        boolean begun() {
            return this == IN_PROCESS || this == COMPLETED;
        }

        /** It is sure that there is, or was, work. */
        boolean sure() {
            return this == CONFIRMED || begun();
        }
    }

    boolean sameWork(ProviderNotice other) {
        return provider.equals(other.provider) && maintenanceId.equals(other.maintenanceId);
    }
}
