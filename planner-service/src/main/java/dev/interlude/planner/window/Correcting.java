package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.CorrectText;
import dev.interlude.planner.window.WindowEvent.TextCorrected;

/** A public text that is wrong or slipped is replaced at once, also when all is over. */
final class Correcting {

    private Correcting() {}

    static Decision<WindowEvent> correct(CorrectText c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.speaker(c.act(), w),
                        w.promise().saying().texts().isEmpty()
                                ? Refusals.wrongState(
                                        w, "Nothing was told yet; the plan can be revised.")
                                : null);
        return no != null
                ? Decision.reject(no)
                : w.promise()
                        .saying()
                        .text(c.of())
                        .map(told -> corrected(c, told, w))
                        .orElseGet(() -> Decision.reject(unknown()));
    }

    private static Decision<WindowEvent> corrected(CorrectText c, Saying.Text told, Known w) {
        return told.text().equals(c.publicText())
                ? Decision.nothing()
                : Decision.accept(
                        new TextCorrected(
                                w.plan().windowId(),
                                told.eventId().toString(),
                                c.publicText(),
                                told.text(),
                                c.reason()));
    }

    private static Rejection unknown() {
        return Rejection.invalid("/of", "must be the id of a notice of this window with a text");
    }
}
