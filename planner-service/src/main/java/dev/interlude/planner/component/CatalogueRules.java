package dev.interlude.planner.component;

import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.ComponentCommand.Dependencies;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a component may say of others, and of its use. */
public final class CatalogueRules {

    private CatalogueRules() {}

    /** A rule that does not hold; {@code circle} names how it leads back, empty when it doesn't. */
    public record Broken(String pointer, String rule, List<String> circle) {

        Rejection rejection() {
            var no = Rejection.invalid(pointer, rule);
            return circle.isEmpty() ? no : no.with("circle", circle);
        }
    }

    static @Nullable Rejection acceptable(Listed wanted, Dependencies catalogue) {
        List<Broken> broken =
                broken(
                        wanted.id(),
                        wanted.dependsOn(),
                        wanted.backedBy() == null ? List.of() : wanted.backedBy(),
                        catalogue);
        return broken.isEmpty() ? null : broken.getFirst().rejection();
    }

    /** All that is wrong with what a component depends on and is backed by. */
    public static List<Broken> broken(
            String id, List<String> dependsOn, List<String> backedBy, Dependencies catalogue) {
        var broken = new ArrayList<Broken>();
        for (int i = 0; i < dependsOn.size(); i++) {
            String pointer = "/dependsOn/" + i;
            List<String> back = catalogue.path(dependsOn.get(i), id);
            if (!back.isEmpty()) {
                var circle = new ArrayList<>(List.of(id));
                circle.addAll(back);
                broken.add(
                        new Broken(
                                pointer,
                                "must not lead back to the component itself: "
                                        + String.join(" needs ", circle),
                                List.copyOf(circle)));
            } else {
                neighbour(dependsOn, i, pointer, catalogue, broken);
            }
        }
        for (int i = 0; i < backedBy.size(); i++) {
            String pointer = "/backedBy/" + i;
            if (backedBy.get(i).equals(id)) {
                broken.add(new Broken(pointer, "must be another component", List.of()));
            } else {
                neighbour(backedBy, i, pointer, catalogue, broken);
            }
        }
        return broken;
    }

    private static void neighbour(
            List<String> all, int i, String pointer, Dependencies catalogue, List<Broken> broken) {
        if (!catalogue.knows(all.get(i))) {
            broken.add(new Broken(pointer, "must be a component of the catalogue", List.of()));
        } else if (all.indexOf(all.get(i)) != i) {
            broken.add(new Broken(pointer, "must not be named twice", List.of()));
        }
    }

    static @Nullable Rejection acceptable(LoadProfile profile) {
        try {
            ZoneId.of(profile.zone());
        } catch (DateTimeException _) {
            return Rejection.invalid("/zone", "must be an IANA zone, for example Europe/Berlin");
        }
        if (profile.hours().size() != LoadProfile.HOURS) {
            return Rejection.invalid("/hours", "must have 168 numbers, from Monday 00:00 on");
        }
        for (int i = 0; i < LoadProfile.HOURS; i++) {
            double load = profile.hours().get(i);
            if (!(load >= 0 && load <= 1e12)) {
                return Rejection.invalid("/hours/" + i, "must be 0 to 1000000000000");
            }
        }
        return profile.peak() == 0
                ? Rejection.invalid("/hours", "must have an hour that is used")
                : null;
    }
}
