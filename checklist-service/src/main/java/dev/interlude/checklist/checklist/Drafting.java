package dev.interlude.checklist.checklist;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes steps of drafts: fills in what the author did not say. {@link PlanRules} judges them. */
public final class Drafting {

    /** The estimate of a step that has none. */
    public static final Duration DEFAULT_DURATION = Duration.ofMinutes(5);

    /** The lane of a step that names none. */
    public static final String DEFAULT_LANE = "driver";

    private static final int LONGEST_SLUG = 64;

    private Drafting() {}

    /**
     * Completes the drafts in their order.
     *
     * @param before steps that are there already
     * @return the new steps only
     */
    public static List<Step> complete(List<Step> before, List<StepDraft> drafts) {
        Set<String> taken = new HashSet<>();
        before.forEach(step -> taken.add(step.id()));
        drafts.stream().map(StepDraft::id).filter(Objects::nonNull).forEach(taken::add);
        List<Step> all = new ArrayList<>(before);
        for (StepDraft draft : drafts) {
            all.add(complete(all, draft, taken));
        }
        return List.copyOf(all.subList(before.size(), all.size()));
    }

    private static Step complete(List<Step> before, StepDraft draft, Set<String> taken) {
        Phase phase = orElse(draft.phase(), Phase.CARRY_OUT);
        String lane = orElse(draft.lane(), DEFAULT_LANE);
        boolean noReturn = orElse(draft.pointOfNoReturn(), false);
        String id = draft.id();
        if (id == null) {
            id = unused(slug(draft.title()), taken);
            taken.add(id);
        }
        List<String> after = draft.dependsOn();
        return new Step(
                id,
                draft.title().strip(),
                phase,
                draft.instruction(),
                orElse(draft.expectedDuration(), DEFAULT_DURATION),
                after == null ? usual(before, phase, lane) : after,
                lane,
                orElse(draft.mode(), noReturn ? Mode.READ_DO : Mode.DO_CONFIRM),
                orElse(draft.sideEffects(), List.of()),
                draft.rollbackOf(),
                draft.noRollback(),
                orElse(draft.verifies(), Verifies.WORK),
                noReturn,
                draft.notBefore(),
                draft.dueAt(),
                draft.script(),
                draft.expectation());
    }

    /**
     * What a step follows when it doesn't say: the previous one of its phase and lane, or, as the
     * first of them, all of the phase before. Nothing leads from verifying into a rollback.
     */
    public static List<String> usual(List<Step> before, Phase phase, String lane) {
        List<Step> lanes =
                before.stream()
                        .filter(step -> step.phase() == phase && step.lane().equals(lane))
                        .toList();
        if (!lanes.isEmpty()) {
            return List.of(lanes.getLast().id());
        }
        if (phase == Phase.ROLLBACK) {
            return List.of();
        }
        List<String> earlier = List.of();
        for (Phase of : Phase.values()) {
            if (of == phase) {
                break;
            }
            List<String> all =
                    before.stream().filter(step -> step.phase() == of).map(Step::id).toList();
            earlier = all.isEmpty() ? earlier : all;
        }
        return earlier;
    }

    /** The slug of a title: {@code [a-z0-9-]{1,64}}. */
    public static String slug(String title) {
        String plain =
                Normalizer.normalize(title, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        return cut.isEmpty() ? "step" : cut.replaceAll("-$", "");
    }

    private static String unused(String slug, Set<String> taken) {
        String candidate = slug;
        for (int n = 2; taken.contains(candidate); n++) {
            String tail = "-" + n;
            candidate =
                    slug.substring(0, Math.min(slug.length(), LONGEST_SLUG - tail.length())) + tail;
        }
        return candidate;
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
