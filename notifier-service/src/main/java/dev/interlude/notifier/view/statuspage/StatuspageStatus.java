package dev.interlude.notifier.view.statuspage;

import dev.interlude.notifier.view.board.Board;

/**
 * The state of everything.
 *
 * @param indicator {@code none}, {@code minor}, {@code major}, or {@code maintenance} while a
 *     window runs
 */
record StatuspageStatus(String indicator, String description) {

    static StatuspageStatus of(Board board) {
        if (!board.running().isEmpty()) {
            return new StatuspageStatus("maintenance", "Service Under Maintenance");
        }
        return switch (board.worstNow()) {
            case NO_IMPACT, REDUCED_REDUNDANCY ->
                    new StatuspageStatus("none", "No Maintenance Under Way");
            case DEGRADED -> new StatuspageStatus("minor", "Partially Degraded Service");
            case OUTAGE -> new StatuspageStatus("major", "Major Service Outage");
        };
    }
}
