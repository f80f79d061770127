package dev.interlude.notifier.view.board;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Follower;
import dev.interlude.eventlog.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Keeps the board of this replica: folded from the whole log at start, event by event after. */
@ApplicationScoped
public class PublicBoard implements Follower {

    private BoardFold fold = new BoardFold();
    private boolean complete;
    private volatile @Nullable Edition edition;

    @Override
    public String name() {
        return "public-board";
    }

    @Override
    public void follow(LogEvent event) {
        if (!PublicNotice.isOne(event)) {
            return;
        }
        fold.take(PublicNotice.of(event));
        if (complete) {
            edition = new Edition(fold.board());
        }
    }

    /** What was shown stays until all has been read again. */
    @Override
    public void forget() {
        fold = new BoardFold();
        complete = false;
    }

    @Override
    public void caughtUp() {
        complete = true;
        edition = new Edition(fold.board());
    }

    /** What is public now. Until the log has been read nothing is shown, rather than half of it. */
    public Edition edition() {
        Edition now = edition;
        if (now == null) {
            throw Problem.of(503, "not-yet-seen", "the notices are still being read").retryAfter(1);
        }
        return now;
    }
}
