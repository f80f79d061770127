package dev.interlude.notifier.view.page;

import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.notice.Impact;
import dev.interlude.notifier.view.board.ComponentNow;
import dev.interlude.notifier.view.wording.Words;

/** A component with its impact in words, tone and icon. */
public record ComponentView(String id, String name, String words, Looks looks) {

    static ComponentView of(AffectedComponent component) {
        return new ComponentView(
                component.id(),
                component.name(),
                Words.of(component.impact()),
                Looks.of(component.impact()));
    }

    static ComponentView now(ComponentNow component) {
        boolean well = component.impact() == Impact.NO_IMPACT;
        String words =
                well
                        ? (component.underMaintenance() ? "No impact" : "Not under maintenance")
                        : Words.of(component.impact());
        return new ComponentView(
                component.id(), component.name(), words, Looks.of(component.impact()));
    }
}
