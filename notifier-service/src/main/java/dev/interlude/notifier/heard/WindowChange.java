package dev.interlude.notifier.heard;

import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.notice.PublicWindow;
import dev.interlude.notifier.notice.WindowState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A snapshot in the making: what an event changes, on top of what was. */
final class WindowChange {

    private String title;
    private WindowState state;
    private List<String> flags;
    private final String zone;
    private Instant start;
    private Instant end;
    private @Nullable Instant previousStart;
    private @Nullable Instant previousEnd;
    private @Nullable Instant actualEnd;
    private @Nullable Instant nextUpdateBy;
    private List<AffectedComponent> components;

    WindowChange(PublicWindow before) {
        this.title = before.title();
        this.state = before.state();
        this.flags = before.flags();
        this.zone = before.zone();
        this.start = before.start();
        this.end = before.end();
        this.previousStart = before.previousStart();
        this.previousEnd = before.previousEnd();
        this.actualEnd = before.actualEnd();
        this.nextUpdateBy = before.nextUpdateBy();
        this.components = before.components();
    }

    WindowChange title(String title) {
        this.title = title;
        return this;
    }

    WindowChange state(WindowState state) {
        this.state = state;
        return this;
    }

    WindowChange times(Instant start, Instant end) {
        this.start = start;
        this.end = end;
        return this;
    }

    /** Of the old time the start is kept to be named; how its end came about is not. */
    WindowChange movedFrom(Instant start) {
        this.previousStart = start;
        this.previousEnd = null;
        return this;
    }

    WindowChange without(String flag) {
        this.flags = others(flag);
        return this;
    }

    /** A new end makes an overrun good. */
    WindowChange end(Instant previousEnd, Instant newEnd) {
        this.previousEnd = previousEnd;
        this.end = newEnd;
        this.flags = others(PublicWindow.OVERRUN);
        return this;
    }

    WindowChange actualEnd(Instant actualEnd) {
        this.actualEnd = actualEnd;
        return this;
    }

    WindowChange nextUpdateBy(@Nullable Instant nextUpdateBy) {
        this.nextUpdateBy = nextUpdateBy;
        return this;
    }

    WindowChange components(List<AffectedComponent> components) {
        this.components = components;
        return this;
    }

    WindowChange flag(String flag) {
        var more = new ArrayList<>(others(flag));
        more.add(flag);
        this.flags = more;
        return this;
    }

    /** Nothing is awaited of a window that is over. */
    WindowChange withoutPromises() {
        this.nextUpdateBy = null;
        return without(PublicWindow.OVERRUN).without(PublicWindow.DELAYED);
    }

    PublicWindow window() {
        return new PublicWindow(
                title,
                state,
                flags,
                zone,
                start,
                end,
                previousStart,
                previousEnd,
                actualEnd,
                nextUpdateBy,
                components);
    }

    private List<String> others(String flag) {
        return flags.stream().filter(f -> !f.equals(flag)).toList();
    }
}
