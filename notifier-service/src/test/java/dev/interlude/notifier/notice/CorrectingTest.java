package dev.interlude.notifier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.notifier.notice.NoticeCommand.Remind;
import dev.interlude.notifier.notice.NoticeCommand.TellOf;
import dev.interlude.notifier.notice.NoticeCommand.TellWhatHolds;
import dev.interlude.notifier.notice.NoticeEvent.NoticePublished;
import dev.interlude.testkit.Acts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The planner's store comes back from a backup: nobody is left with what no longer holds. */
class CorrectingTest {

    private static final String WINDOW = "019a8f10-2c4d-7e6f-8a1b-5d3c9e7f0a12";
    private static final Instant START = Instant.parse("2026-11-28T01:00:00Z");
    private static final Instant END = Instant.parse("2026-11-28T03:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-28T04:00:00Z");
    private static final Act NOW = Acts.reaction("restored", Instant.parse("2026-11-28T00:30:00Z"));
    private static final NoticeDecider DECIDER = new NoticeDecider();

    private static WindowPicture picture(WindowState state, Instant end) {
        return new WindowPicture(
                WINDOW,
                "M-142",
                true,
                new PublicWindow(
                        "RabbitMQ moves",
                        state,
                        List.of(),
                        "Europe/Berlin",
                        START,
                        end,
                        null,
                        null,
                        null,
                        null,
                        List.of(new AffectedComponent("builds", "Builds", Impact.OUTAGE))));
    }

    private static Cause cause(int n) {
        return new Cause(new UUID(7, n), NOW.now());
    }

    private static TellOf tell(NoticeKind kind, WindowPicture picture) {
        return new TellOf(NOW, cause(kind.name().length()), kind, Map.of("en", "Text"), picture);
    }

    private static Notices after(Notices told, NoticeCommand command) {
        Notices next = told;
        for (NoticePublished notice : said(command, told)) {
            next = DECIDER.evolve(next, Recorded.decided(new Fact<>(notice, null), NOW, 0));
        }
        return next;
    }

    private static List<NoticePublished> said(NoticeCommand command, Notices told) {
        var accepted = (Decision.Accepted<NoticeEvent>) DECIDER.decide(command, told);
        return accepted.facts().stream().map(fact -> (NoticePublished) fact.event()).toList();
    }

    private static List<NoticePublished> corrected(Notices told, @Nullable WindowPicture now) {
        return said(new TellWhatHolds(NOW, cause(99), WINDOW, now), told);
    }

    private static Notices announced() {
        return after(
                DECIDER.initial(), tell(NoticeKind.ANNOUNCED, picture(WindowState.Announced, END)));
    }

    @Test
    void what_was_told_and_is_lost_is_corrected_to_what_holds() {
        Notices extended =
                after(
                        announced(),
                        tell(NoticeKind.EXTENDED, picture(WindowState.InProgress, LATER)));
        var notice = corrected(extended, picture(WindowState.Announced, END)).getFirst();
        assertThat(notice.kind()).isEqualTo(NoticeKind.CORRECTION);
        assertThat(notice.window()).isEqualTo(picture(WindowState.Announced, END).window());
        assertThat(notice.ordinal()).isEqualTo(3);
        assertThat(notice.text()).containsKey("en");
    }

    @Test
    void who_was_told_what_still_holds_is_told_nothing() {
        assertThat(corrected(announced(), picture(WindowState.Announced, END))).isEmpty();
    }

    @Test
    void an_announcement_that_the_planner_no_longer_knows_is_called_off() {
        assertThat(corrected(announced(), null).getFirst().window().state())
                .isEqualTo(WindowState.Cancelled);
        var unannounced = corrected(announced(), picture(WindowState.Planned, END)).getFirst();
        assertThat(unannounced.window().state()).isEqualTo(WindowState.Cancelled);
        assertThat(Objects.requireNonNull(unannounced.text().get("en"))).contains("no longer");
        assertThat(corrected(DECIDER.initial(), null)).isEmpty();
    }

    @Test
    void a_reminder_that_fires_again_is_not_told_again() {
        var reminder =
                new Remind(NOW, cause(50), START, "PT1H", picture(WindowState.Announced, END));
        assertThat(said(reminder, announced())).hasSize(1);
        Notices reminded = after(announced(), reminder);
        var again = new Remind(NOW, cause(51), START, "PT1H", picture(WindowState.Announced, END));
        assertThat(said(again, reminded)).isEmpty();
        var other = new Remind(NOW, cause(52), START, "PT30M", picture(WindowState.Announced, END));
        assertThat(said(other, reminded)).hasSize(1);
    }

    @Test
    void an_overrun_of_the_same_end_is_told_once() {
        Notices overran =
                after(announced(), tell(NoticeKind.OVERRUN, picture(WindowState.InProgress, END)));
        assertThat(said(tell(NoticeKind.OVERRUN, picture(WindowState.InProgress, END)), overran))
                .isEmpty();
        assertThat(said(tell(NoticeKind.OVERRUN, picture(WindowState.InProgress, LATER)), overran))
                .hasSize(1);
    }
}
