package dev.interlude.faults.history;

import java.util.List;

/**
 * A database that came back from a backup.
 *
 * @param epoch that began then
 * @param lastPosition newest position that the backup had
 */
public record Restore(int epoch, long lastPosition) {

    /** What holds of a copy: not what the source lost, although others have heard it. */
    public static List<Copied> live(List<Copied> copied, List<Restore> restores) {
        return copied.stream()
                .filter(event -> restores.stream().noneMatch(restore -> restore.voids(event)))
                .toList();
    }

    private boolean voids(Copied event) {
        return event.epoch() < epoch && event.position() > lastPosition;
    }
}
