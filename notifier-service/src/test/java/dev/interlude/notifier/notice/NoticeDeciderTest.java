package dev.interlude.notifier.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.LogJson;
import dev.interlude.notifier.NotifierLog;
import dev.interlude.notifier.Sample;
import dev.interlude.notifier.Told;
import dev.interlude.notifier.notice.NoticeEvent.NoticePublished;
import dev.interlude.testkit.Contracts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeDeciderTest {

    private static NoticePublished last(Sample sample) {
        return Told.notices(sample).getLast();
    }

    private static Sample announced() {
        return new Sample().planned().announced();
    }

    private static Sample running() {
        return announced().started();
    }

    @Test
    void a_window_that_is_not_announced_is_invisible() {
        assertThat(Told.notices(new Sample().planned())).isEmpty();
        assertThat(Told.notices(new Sample().planned().cancelled())).isEmpty();
        assertThat(
                        Told.notices(
                                new Sample()
                                        .planned()
                                        .then(
                                                "WindowRevised",
                                                "2026-11-20T09:01:00Z",
                                                "{'title':'Other'}")
                                        .reminded()))
                .isEmpty();
    }

    @Test
    void announcing_publishes_the_complete_snapshot_with_the_text_of_the_plan() {
        Sample sample = announced();
        NoticePublished notice = last(sample);
        assertThat(notice.noticeId()).isEqualTo(sample.last().id().toString());
        assertThat(notice)
                .extracting(
                        NoticePublished::kind,
                        NoticePublished::windowId,
                        NoticePublished::number,
                        NoticePublished::ordinal)
                .containsExactly(NoticeKind.ANNOUNCED, Sample.WINDOW, "M-142", 1L);
        assertThat(notice.text()).isEqualTo(Map.of("en", "Builds stop from {{start}} to {{end}}."));
        assertThat(notice.window())
                .isEqualTo(
                        new PublicWindow(
                                "RabbitMQ moves to a new cluster",
                                WindowState.Announced,
                                List.of(),
                                "Europe/Berlin",
                                Sample.START,
                                Sample.END,
                                null,
                                null,
                                null,
                                null,
                                List.of(
                                        new AffectedComponent("builds", "Builds", Impact.OUTAGE),
                                        new AffectedComponent("api", "API", Impact.DEGRADED))));
    }

    @Test
    void what_was_revised_before_announcing_is_announced() {
        var notices =
                Told.notices(
                        new Sample()
                                .planned()
                                .then(
                                        "WindowRevised",
                                        "2026-11-20T09:01:00Z",
                                        "{'title':'Other','publicText':{'en':'New text.'}}")
                                .announced());
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().window().title()).isEqualTo("Other");
        assertThat(notices.getFirst().text()).isEqualTo(Map.of("en", "New text."));
    }

    @Test
    void windows_for_staff_and_rehearsals_are_never_told() {
        assertThat(Told.notices(new Sample().planned("STAFF", "NORMAL").announced().started()))
                .isEmpty();
        assertThat(Told.notices(new Sample().planned("PUBLIC", "REHEARSAL").announced())).isEmpty();
    }

    @Test
    void the_night_is_told_notice_by_notice() {
        assertThat(Told.notices(Sample.night()))
                .extracting(NoticePublished::kind)
                .containsExactly(
                        NoticeKind.ANNOUNCED,
                        NoticeKind.REMINDER,
                        NoticeKind.STARTED,
                        NoticeKind.PROGRESS,
                        NoticeKind.EXTENDED,
                        NoticeKind.IMPACT_CHANGED,
                        NoticeKind.VERIFYING,
                        NoticeKind.PROGRESS,
                        NoticeKind.VERIFYING,
                        NoticeKind.COMPLETED);
        assertThat(Told.notices(Sample.night()))
                .extracting(NoticePublished::ordinal)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void an_extension_names_both_ends() {
        NoticePublished notice = last(running().extended());
        assertThat(notice.kind()).isEqualTo(NoticeKind.EXTENDED);
        assertThat(notice.window().previousEnd()).isEqualTo(Sample.END);
        assertThat(notice.window().end()).isEqualTo(Sample.NEW_END);
        assertThat(notice.text().get("en")).contains("{{previousEnd}}").contains("{{end}}");
    }

    @Test
    void an_overrun_holds_until_the_end_is_extended() {
        assertThat(last(running().overran()).window().overrun()).isTrue();
        assertThat(last(running().overran().extended()).window().overrun()).isFalse();
        assertThat(last(running().overran().completed()).window().flags()).isEmpty();
    }

    @Test
    void a_move_names_the_start_before_and_now() {
        NoticePublished notice = last(announced().moved());
        assertThat(notice.kind()).isEqualTo(NoticeKind.MOVED);
        assertThat(notice.window().start()).isEqualTo("2026-12-05T01:00:00Z");
        assertThat(notice.window().end()).isEqualTo("2026-12-05T03:00:00Z");
        assertThat(notice.window().previousStart()).isEqualTo(Sample.START);
        assertThat(notice.text().get("en")).contains("{{start}}").contains("{{end}}");
        assertThat(notice.text().toString()).doesNotContain(Sample.CANARY);
    }

    @Test
    void what_moves_before_it_is_announced_is_announced_for_its_new_time() {
        var notices = Told.notices(new Sample().planned().moved().announcedForTheNewTime());
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().window().start()).isEqualTo("2026-12-05T01:00:00Z");
    }

    @Test
    void a_reminder_of_the_time_before_a_move_is_not_told() {
        assertThat(last(announced().moved().reminded()).kind()).isEqualTo(NoticeKind.MOVED);
    }

    @Test
    void a_late_start_is_told_until_it_starts_moves_or_is_cancelled() {
        NoticePublished notice = last(announced().delayed());
        assertThat(notice.kind()).isEqualTo(NoticeKind.DELAYED);
        assertThat(notice.window().delayed()).isTrue();
        assertThat(last(announced().delayed().started()).window().flags()).isEmpty();
        assertThat(last(announced().delayed().moved()).window().flags()).isEmpty();
        assertThat(last(announced().delayed().cancelled()).window().flags()).isEmpty();
    }

    @Test
    void a_tentative_window_that_is_confirmed_is_told_as_a_revision() {
        Sample tentative = new Sample().tentative().announced();
        assertThat(last(tentative).window().tentative()).isTrue();
        NoticePublished notice =
                last(tentative.then("WindowConfirmed", "2026-11-21T09:00:00Z", "{}"));
        assertThat(notice.kind()).isEqualTo(NoticeKind.REVISED);
        assertThat(notice.window().flags()).isEmpty();
        assertThat(notice.text().get("en")).startsWith("It is certain now");
    }

    @Test
    void a_correction_names_the_notice_whose_text_it_replaces() {
        Sample sample = running().progressed();
        String wrong = sample.last().id().toString();
        NoticePublished notice = last(sample.corrected(wrong));
        assertThat(notice.kind()).isEqualTo(NoticeKind.CORRECTION);
        assertThat(notice.corrects()).isEqualTo(wrong);
        assertThat(notice.text()).isEqualTo(Map.of("en", "A third of the queues has moved."));
        assertThat(notice.noticeId()).isEqualTo(sample.last().id().toString());
    }

    @Test
    void moves_delays_and_corrections_of_what_is_for_staff_are_never_told() {
        for (var hidden :
                List.of(
                        new Sample().planned("STAFF", "NORMAL"),
                        new Sample().planned("PUBLIC", "REHEARSAL"))) {
            assertThat(Told.notices(hidden.announced().moved().delayed().corrected("x"))).isEmpty();
        }
    }

    @Test
    void a_plan_that_becomes_public_before_it_is_announced_is_told() {
        var sample =
                new Sample()
                        .planned("STAFF", "NORMAL")
                        .then("WindowRevised", "2026-11-20T09:01:00Z", "{'audience':'PUBLIC'}")
                        .announced();
        assertThat(last(sample).kind()).isEqualTo(NoticeKind.ANNOUNCED);
    }

    @Test
    void an_internal_update_is_not_told() {
        Sample sample =
                running()
                        .then(
                                "ProgressPosted",
                                "2026-11-28T01:10:00Z",
                                "{'ordinal':1,'internalText':{'en':'canary-7d1f'}}");
        assertThat(last(sample).kind()).isEqualTo(NoticeKind.STARTED);
    }

    @Test
    void an_internal_update_that_moves_the_next_update_is_told_without_its_text() {
        NoticePublished notice =
                last(
                        running()
                                .then(
                                        "ProgressPosted",
                                        "2026-11-28T01:10:00Z",
                                        "{'internalText':{'en':'canary-7d1f'},"
                                                + "'nextUpdateBy':'2026-11-28T01:45:00Z'}"));
        assertThat(notice.kind()).isEqualTo(NoticeKind.PROGRESS);
        assertThat(notice.text().toString()).doesNotContain(Sample.CANARY);
        assertThat(notice.window().nextUpdateBy()).isEqualTo("2026-11-28T01:45:00Z");
    }

    @Test
    void a_public_update_keeps_the_promise_of_the_last_one() {
        Sample sample =
                running()
                        .progressed()
                        .then(
                                "ProgressPosted",
                                "2026-11-28T01:55:00Z",
                                "{'ordinal':2,'publicText':{'en':'Nearly there.'}}");
        assertThat(last(sample).window().nextUpdateBy()).isNull();
    }

    @Test
    void a_revision_of_internal_fields_is_not_told() {
        Sample sample =
                announced()
                        .then(
                                "WindowRevised",
                                "2026-11-20T10:00:00Z",
                                "{'internalText':{'en':'canary-7d1f'},'reason':'canary-7d1f'}");
        assertThat(Told.notices(sample)).hasSize(1);
    }

    @Test
    void a_component_added_after_announcing_is_told() {
        NoticePublished notice =
                last(
                        announced()
                                .then(
                                        "WindowRevised",
                                        "2026-11-20T10:00:00Z",
                                        "{'components':[{'id':'web','name':'Web',"
                                                + "'impact':'OUTAGE'}]}"));
        assertThat(notice.kind()).isEqualTo(NoticeKind.REVISED);
        assertThat(notice.window().components())
                .containsExactly(new AffectedComponent("web", "Web", Impact.OUTAGE));
    }

    @Test
    void an_impact_changes_on_its_component_alone() {
        NoticePublished notice = last(running().apiIsBack());
        assertThat(notice.window().components())
                .containsExactly(
                        new AffectedComponent("builds", "Builds", Impact.OUTAGE),
                        new AffectedComponent("api", "API", Impact.NO_IMPACT));
        assertThat(notice.text().get("en"))
                .isEqualTo("The impact has changed: Builds: outage; API: no impact.");
    }

    @Test
    void resumed_work_is_told_as_an_update() {
        NoticePublished notice = last(running().verifying().resumed());
        assertThat(notice.kind()).isEqualTo(NoticeKind.PROGRESS);
        assertThat(notice.window().state()).isEqualTo(WindowState.InProgress);
        assertThat(notice.text().get("en")).isEqualTo("Something is left to do: the work goes on.");
    }

    @Test
    void completion_tells_the_actual_end_and_what_is_left() {
        NoticePublished well = last(running().completed());
        assertThat(well.window().actualEnd()).isEqualTo("2026-11-28T03:41:00Z");
        assertThat(well.window().components())
                .allSatisfy(c -> assertThat(c.impact()).isEqualTo(Impact.NO_IMPACT));
        assertThat(well.text().get("en")).isEqualTo("The maintenance is complete.");

        NoticePublished left =
                last(
                        running()
                                .then(
                                        "WindowCompleted",
                                        "2026-11-28T03:41:00Z",
                                        "{'outcome':'PARTIAL','actualEnd':'2026-11-28T03:41:00Z',"
                                                + "'impactLeft':[{'id':'api','impact':'DEGRADED'}]}"));
        assertThat(left.text().get("en"))
                .isEqualTo("The maintenance has ended. Still affected: API: degraded.");
    }

    @Test
    void going_back_is_told_and_so_is_what_follows_from_it() {
        NoticePublished back = last(running().turnedBack());
        assertThat(back.kind()).isEqualTo(NoticeKind.ROLLING_BACK);
        assertThat(back.window().state()).isEqualTo(WindowState.RollingBack);
        assertThat(back.text().get("en"))
                .startsWith("The change is being undone")
                .doesNotContain("canary");
        NoticePublished checked = last(running().turnedBack().verifying());
        assertThat(checked.text().get("en")).startsWith("The change is undone");
        NoticePublished over = last(running().turnedBack().verifying().completed("ROLLED_BACK"));
        assertThat(over.text().get("en")).contains("The change was undone");
    }

    @Test
    void what_was_not_reached_is_not_told_as_complete() {
        assertThat(last(running().completed("FAILED")).text().get("en"))
                .isEqualTo("The maintenance has ended without reaching its aim.");
        assertThat(last(running().completed("PARTIAL")).text().get("en"))
                .isEqualTo("The maintenance has ended. Part of the work is left for later.");
    }

    @Test
    void a_cancellation_is_told_without_its_internal_reason() {
        NoticePublished notice = last(announced().cancelled());
        assertThat(notice.kind()).isEqualTo(NoticeKind.CANCELLED);
        assertThat(notice.window().state()).isEqualTo(WindowState.Cancelled);
        assertThat(notice.text().toString()).doesNotContain(Sample.CANARY);
    }

    @Test
    void a_reminder_for_another_start_or_in_the_past_is_not_told() {
        Sample otherStart =
                announced()
                        .then(
                                "ReminderDue",
                                "2026-11-27T00:00:00Z",
                                "{'start':'2026-11-28T00:00:00Z'}");
        assertThat(last(otherStart).kind()).isEqualTo(NoticeKind.ANNOUNCED);
        Sample late =
                announced()
                        .then(
                                "ReminderDue",
                                "2026-11-28T01:00:00Z",
                                "{'start':'2026-11-28T01:00:00Z'}");
        assertThat(last(late).kind()).isEqualTo(NoticeKind.ANNOUNCED);
        assertThat(last(running().reminded()).kind()).isEqualTo(NoticeKind.STARTED);
    }

    @Test
    void nothing_internal_is_ever_published() {
        assertThat(new String(LogJson.write(Told.notices(Sample.night())), UTF_8))
                .doesNotContain(Sample.CANARY);
    }

    @Test
    void every_notice_keeps_the_contract() {
        Contracts.assertDescribed(NotifierLog.NOTICE_TYPES.types());
        Told.notices(announced().delayed().moved().corrected(Sample.WINDOW))
                .forEach(notice ->
                        Contracts.validateShape(
                                NotifierLog.NOTICE_TYPES.typeOf(notice), LogJson.write(notice)));
        Told.notices(Sample.night())
                .forEach(notice ->
                        Contracts.validateShape(
                                NotifierLog.NOTICE_TYPES.typeOf(notice), LogJson.write(notice)));
    }
}
