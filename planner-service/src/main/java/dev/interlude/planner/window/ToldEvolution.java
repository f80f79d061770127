package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.planner.window.Promise.Announcement;
import dev.interlude.planner.window.SafeguardEvent.RollbackBegan;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import dev.interlude.planner.window.WindowEvent.TextCorrected;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each event does to what the audience was told. */
final class ToldEvolution {

    private ToldEvolution() {}

    /** Its audience was told something, in these words or in none of its own. */
    static Known said(
            Known w,
            Recorded<WindowEvent> event,
            @Nullable Map<String, String> text,
            boolean ofPlan) {
        if (w.promise().announcement() == null) {
            return w;
        }
        return w.with(
                w.promise()
                        .with(
                                w.promise()
                                        .saying()
                                        .told(event.occurredAt())
                                        .with(
                                                text == null
                                                        ? null
                                                        : new Saying.Text(
                                                                event.id(), ofPlan, text))));
    }

    /** Of all that people settle among themselves, customers are told that the work is undone. */
    static Known safeguarded(Known w, SafeguardEvent e, Recorded<WindowEvent> event) {
        return e instanceof RollbackBegan began ? said(w, event, began.publicText(), false) : w;
    }

    static Known announced(Known w, WindowAnnounced e, Recorded<WindowEvent> event) {
        var announcement =
                new Announcement(
                        event.recordedAt(), e.noticeGiven(), e.noticeRequired(), e.policy());
        return said(
                w.with(State.ANNOUNCED)
                        .with(
                                w.promise()
                                        .announced(
                                                announcement,
                                                event.occurredAt(),
                                                e.start(),
                                                e.end())),
                event,
                w.plan().publicText(),
                true);
    }

    static Known moved(Known w, WindowMoved e, Recorded<WindowEvent> event) {
        var move =
                new Move(
                        e.ordinal(),
                        e.previousStart(),
                        e.previousEnd(),
                        e.start(),
                        e.end(),
                        e.reason(),
                        e.publicText(),
                        e.announced(),
                        e.noticeGiven(),
                        e.noticeRequired(),
                        event.recordedAt(),
                        event.actor().toString(),
                        event.id());
        return said(
                w.with(w.plan().at(e.start(), e.end()))
                        .with(w.promise().moved(move, event.occurredAt(), e.noticeGiven() != null)),
                event,
                e.publicText(),
                false);
    }

    /** An update in public keeps the promise of the last one; an internal one may change it. */
    static Known progressed(Known w, ProgressPosted e, Recorded<WindowEvent> event) {
        Known told = e.publicText() == null ? w : said(w, event, e.publicText(), false);
        return e.publicText() == null && e.nextUpdateBy() == null
                ? told
                : told.with(
                        told.promise().with(told.promise().saying().promised(e.nextUpdateBy())));
    }

    static Known corrected(Known w, TextCorrected e) {
        UUID id = UUID.fromString(e.corrects());
        boolean ofPlan =
                w.promise().saying().text(id).map(Saying.Text::ofPlan).orElse(false)
                        && w.plan().publicText().equals(e.previous());
        return w.with(ofPlan ? w.plan().saying(e.publicText()) : w.plan())
                .with(w.promise().corrected(id, e.publicText()))
                .with(w.course().corrected(id, e.publicText()));
    }

    /** Nothing is late any more. */
    static Known onTime(Known w) {
        return w.with(w.promise().with(w.promise().timing().delayed(false)));
    }
}
