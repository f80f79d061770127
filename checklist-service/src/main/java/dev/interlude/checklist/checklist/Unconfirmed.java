package dev.interlude.checklist.checklist;

import java.util.ArrayList;
import java.util.List;

/** What keeps a step from its go, when that is nothing but confirmations. */
public final class Unconfirmed {

    private Unconfirmed() {}

    /**
     * The steps whose confirmations may bring this step's go or no-go along; empty when more is
     * missing than those, or nothing is.
     */
    public static List<String> before(Checklist checklist, StepRecord s) {
        List<String> unconfirmed = new ArrayList<>();
        boolean asks =
                s.step().mode() == Mode.READ_DO
                        && !s.cleared()
                        && s.progress() instanceof Progress.NotBegun
                        && checklist.permits(s.step());
        for (String id : asks ? checklist.waitsFor(s.step()) : List.<String>of()) {
            StepRecord before = checklist.steps().get(id);
            if (before == null || before.progress().settled()) {
                continue;
            }
            if (!(before.progress() instanceof Progress.AwaitingConfirmation)) {
                return List.of();
            }
            unconfirmed.add(id);
        }
        return unconfirmed;
    }
}
