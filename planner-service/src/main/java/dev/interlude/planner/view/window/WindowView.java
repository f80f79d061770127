package dev.interlude.planner.view.window;

import dev.interlude.planner.window.Course;
import dev.interlude.planner.window.Move;
import dev.interlude.planner.window.NextUpdate;
import dev.interlude.planner.window.Plan;
import dev.interlude.planner.window.Promise;
import dev.interlude.planner.window.Proposal;
import dev.interlude.planner.window.ProviderNotice;
import dev.interlude.planner.window.Risk;
import dev.interlude.planner.window.Safeguards;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A window as staff see it. Instants are UTC, durations ISO 8601, texts by language with
 * placeholders unrendered, persons opaque ids; what is not known is absent.
 *
 * @param id UUIDv7
 * @param number {@code M-142}; absent in a dry run of a plan
 * @param end the present end, as moved by extensions
 * @param state Planned, Announced, InProgress, Verifying, RollingBack, Completed or Cancelled
 * @param flags overrun: the present end has passed; held: no new step starts; delayed: the start
 *     has passed, and the work has not begun; tentative: not sure to take place
 * @param nextUpdateDue by when the audience expects to hear more; absent when it doesn't
 * @param templateId the template that the checklist follows, as it was named with the plan
 * @param copyOf id of the earlier window that it was made from; absent mostly
 * @param series that it is an occurrence of; absent for others
 * @param gates before the start those of the start, while running that of the completion
 * @param approval absent unless what is planned now is approved
 * @param rollback the last that was called; absent when none was
 * @param providerNotice what the provider of the work said last; absent for work of ours
 * @param completion absent until completed
 * @param cancellation absent unless cancelled
 * @param links where to go from here
 */
public record WindowView(
        String id,
        @Nullable String number,
        String title,
        Map<String, String> publicText,
        @Nullable Map<String, String> internalText,
        String zone,
        Instant start,
        Instant end,
        String kind,
        String audience,
        String team,
        @Nullable String reason,
        @Nullable Risk risk,
        List<String> references,
        List<ComponentView> components,
        String state,
        List<String> flags,
        NoticeView notice,
        List<ReminderView> reminders,
        @Nullable Duration updateEvery,
        @Nullable Instant nextUpdateDue,
        @Nullable String templateId,
        @Nullable String copyOf,
        WindowEvent.@Nullable OfSeries series,
        @Nullable CrewView crew,
        List<GateView> gates,
        Safeguards.@Nullable Approval approval,
        List<Safeguards.Hold> holds,
        List<Safeguards.GateOverride> overrides,
        List<Safeguards.BrokenGlass> breakGlass,
        Safeguards.@Nullable Rollback rollback,
        @Nullable Instant startedAt,
        List<Course.Update> updates,
        List<Course.ImpactUpdate> impacts,
        List<Move> moves,
        List<Promise.Extension> extensions,
        List<Proposal> proposals,
        @Nullable ProviderNotice providerNotice,
        Course.Ending.@Nullable Completion completion,
        Course.Ending.@Nullable Cancellation cancellation,
        Map<String, String> links) {

    /** Shows a window, and what around it matters to it. */
    public static WindowView of(Known w, Around around) {
        Plan plan = w.plan();
        var ending = w.course().ending();
        return new WindowView(
                plan.windowId(),
                plan.number() == null ? null : "M-" + plan.number(),
                plan.title(),
                plan.publicText(),
                plan.internalText(),
                plan.zone(),
                plan.start(),
                plan.end(),
                plan.kind().name(),
                plan.audience().name(),
                plan.team(),
                plan.reason(),
                plan.risk(),
                plan.references(),
                ComponentView.of(w),
                w.state().written(),
                flags(w),
                NoticeView.of(w, around.policy()),
                ReminderView.of(w),
                plan.updateEvery(),
                NextUpdate.of(w),
                plan.templateId(),
                plan.copyOf(),
                plan.series(),
                CrewView.of(w.crew()),
                GateView.of(w, around.frozen()),
                w.safeguards().approval(),
                w.safeguards().holds(),
                w.safeguards().overrides(),
                w.safeguards().glasses(),
                w.safeguards().rollback(),
                w.course().startedAt(),
                w.course().updates(),
                w.course().impacts(),
                w.promise().timing().moves(),
                w.promise().extensions(),
                w.promise().proposals(),
                w.provider(),
                ending instanceof Course.Ending.Completion c ? c : null,
                ending instanceof Course.Ending.Cancellation c ? c : null,
                links(plan.windowId()));
    }

    /** As in {@link #flags}. */
    public static List<String> flags(Known w) {
        var flags = new ArrayList<String>();
        if (w.overrun()) {
            flags.add("overrun");
        }
        if (w.safeguards().held() && w.state().running()) {
            flags.add("held");
        }
        if (w.promise().timing().delayed()) {
            flags.add("delayed");
        }
        if (w.plan().tentative() && !w.state().ended()) {
            flags.add("tentative");
        }
        return List.copyOf(flags);
    }

    private static Map<String, String> links(String id) {
        return Map.of(
                "self", "/api/v1/windows/" + id,
                "checklist", "/api/v1/checklists/" + id,
                "timeline", "/api/v1/timelines/" + id);
    }
}
