package dev.interlude.notifier.notice;

import org.jspecify.annotations.Nullable;

/**
 * What the public was told about one window.
 *
 * @param ordinal of the last notice; 0 when nothing was told
 * @param last the snapshot that was told last; null when nothing was told
 */
public record Notices(long ordinal, @Nullable PublicWindow last) {

    static final Notices NONE = new Notices(0, null);

    boolean nothingTold() {
        return last == null;
    }

    boolean alreadyShows(PublicWindow window) {
        return window.equals(last);
    }
}
