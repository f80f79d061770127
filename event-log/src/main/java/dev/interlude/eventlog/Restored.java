package dev.interlude.eventlog;

/**
 * A restore of a service's database from a backup: what the service had recorded behind the backup
 * was lost to it, and is void for those who heard it.
 *
 * @param source the service
 * @param epoch the store epoch that began with the restore
 * @param lastPosition newest position that the restored database had
 */
public record Restored(String source, int epoch, long lastPosition) {

    /** Whether an event of that source, epoch and place belongs to the lost future. */
    boolean voids(HeardEvent event) {
        return source.equals(event.source())
                && event.epoch() < epoch
                && event.position() > lastPosition;
    }
}
