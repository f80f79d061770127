package dev.interlude.planner;

import static dev.interlude.planner.People.WINDOW;
import static dev.interlude.planner.RowWindows.RUN;
import static dev.interlude.planner.RowWindows.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.interlude.planner.WindowRow.Where;
import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider says of its work, as it comes attached to a mail. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class ProviderNoticesIT {

    static final String OPERATION = "POST /api/v1/windows/{id}/maintnote";

    private static final String MAINTNOTE = "/api/v1/windows/%s/maintnote";
    private static final String OTHER = WINDOW.replace("{id}", "%s");

    /** As RFC 5545 writes an instant. */
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private RowWindows windows;

    @BeforeEach
    void windows() {
        windows = RowWindows.made();
    }

    private String announced(Instant start, boolean tentative) {
        var plan = windows.plan(start);
        plan.put("kind", "PROVIDER");
        plan.put("tentative", tentative);
        String id = windows.planned(plan);
        windows.ida.post(WINDOW + "/announcement", id).statusCode(200);
        return id;
    }

    private static String note(int sequence, String status, Instant start, Instant end) {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Maint Note//https://github.com/maint-notification//",
                "BEGIN:VEVENT",
                "SUMMARY:Line cards are replaced",
                "DTSTART:" + WRITTEN.format(start),
                "DTEND:" + WRITTEN.format(end),
                "DTSTAMP:" + WRITTEN.format(start),
                "UID:42-" + RUN,
                "SEQUENCE:" + sequence,
                "X-MAINTNOTE-PROVIDER:example.net",
                "X-MAINTNOTE-ACCOUNT:Acme\\, Berlin",
                "X-MAINTNOTE-MAINTENANCE-ID:WorkOrder-31415",
                "X-MAINTNOTE-OBJECT-ID:circuit-1",
                "X-MAINTNOTE-OBJECT-ID:circuit-2",
                "X-MAINTNOTE-IMPACT:REDUCED-REDUNDANCY",
                "X-MAINTNOTE-STATUS:" + status,
                "ORGANIZER;CN=The NOC:mailto:noone@example.com",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    private static ValidatableResponse send(Rest who, String id, String note) {
        return who.raw("POST", "text/calendar; charset=utf-8", note, MAINTNOTE.formatted(id));
    }

    private static List<String> events(ValidatableResponse answer) {
        List<String> types = answer.statusCode(200).extract().path("events.type");
        return types.stream()
                .map(type -> type.replaceAll("dev.interlude.planner.|[.]v1", ""))
                .toList();
    }

    @Test
    void the_window_goes_as_the_provider_says() {
        Instant start = windows.now().plus(Duration.ofDays(21));
        Instant end = start.plus(Duration.ofHours(2));
        String id = announced(start, true);
        Rest mails = windows.ida;
        assertThat(events(send(mails, id, note(0, "TENTATIVE", start, end))))
                .containsExactly("ProviderNoticeReceived");
        Instant later = start.plus(Duration.ofDays(1));
        var moved = send(mails, id, note(1, "CONFIRMED", later, later.plusSeconds(7200)));
        assertThat(events(moved))
                .containsExactly("ProviderNoticeReceived", "WindowConfirmed", "WindowMoved");
        moved.body("start", equalTo(later.toString()))
                .body("flags", hasSize(0))
                .body("providerNotice.sequence", equalTo(1))
                .body("providerNotice.account", equalTo("Acme, Berlin"))
                .body("providerNotice.objects", equalTo(List.of("circuit-1", "circuit-2")))
                .body("providerNotice.impact", equalTo("REDUCED_REDUNDANCY"))
                .body("providerNotice.summary", equalTo("Line cards are replaced"));
        assertThat(events(send(mails, id, note(1, "CONFIRMED", later, later.plusSeconds(7200)))))
                .as("said twice")
                .isEmpty();
        send(mails, id, note(0, "CANCELLED", start, end))
                .statusCode(409)
                .body("code", equalTo("notice-outdated"))
                .body("sequence", equalTo(1));
        assertThat(events(send(mails, id, note(2, "IN-PROCESS", later, later.plusSeconds(9000)))))
                .containsExactly("ProviderNoticeReceived", "WindowStarted", "WindowExtended");
        send(mails, id, note(3, "COMPLETED", later, later.plusSeconds(9000)))
                .statusCode(200)
                .body("state", equalTo("Completed"))
                .body("completion.outcome", equalTo("SUCCEEDED"));
        send(mails, id, note(4, "CONFIRMED", later, later.plusSeconds(9000)))
                .statusCode(409)
                .body("code", equalTo("wrong-state"));
        windows.otto
                .get(OTHER.formatted(id) + "/history")
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.greaterThan(8));
    }

    @Test
    void it_says_no_as_all_commands_do() {
        Instant start = windows.now().plus(Duration.ofDays(22));
        Instant end = start.plus(Duration.ofHours(2));
        String id = announced(start, false);
        String note = note(1, "CANCELLED", start, end);
        Rest ida = windows.ida;
        assertThat(said(send(windows.otto, id, note))).isEqualTo("403 role-missing");
        assertThat(said(send(windows.otto, windows.over(), note))).isEqualTo("403 role-missing");
        assertThat(said(send(ida, windows.id(Where.NIGHT), note))).isEqualTo("409 not-of-provider");
        assertThat(said(send(ida, UUID.randomUUID().toString(), note))).isEqualTo("404 not-found");
        assertThat(said(send(ida.with("If-Match", "\"1\""), id, note)))
                .isEqualTo("412 version-differs");
        assertThat(said(ida.raw("POST", "application/json", "{}", MAINTNOTE.formatted(id))))
                .isEqualTo("415 unsupported-media-type");
        assertThat(said(send(ida, id, "Dear customer,"))).isEqualTo("400 unreadable");
        assertThat(said(send(ida, id, " "))).isEqualTo("422 invalid");
        wrong(id, note.replaceAll("X-MAINTNOTE-PROVIDER.*\r\n", ""), "X-MAINTNOTE-PROVIDER");
        wrong(id, note.replaceAll("X-MAINTNOTE-OBJECT.*\r\n", ""), "X-MAINTNOTE-OBJECT-ID");
        wrong(id, note.replace("STATUS:CANCELLED", "STATUS:GONE"), "X-MAINTNOTE-STATUS");
        wrong(id, note.replace("IMPACT:REDUCED", "IMPACT:SLIGHT"), "X-MAINTNOTE-IMPACT");
        wrong(id, note.replace("SEQUENCE:1", "SEQUENCE:-1"), "SEQUENCE");
        wrong(id, note.replaceAll("(DTSTART:.*)Z", "$1"), "DTSTART");
        wrong(id, note.replaceAll("DTEND:.*", "DTEND;VALUE=DATE:20300101"), "DTEND");
        wrong(id, note.replaceAll("DTEND:.*", "DTEND:20200101T000000Z"), "DTEND");
        wrong(id, note.replaceAll("SUMMARY:.*", "SUMMARY:" + "x".repeat(501)), "SUMMARY");
        wrong(id, note.replaceAll("(?s)BEGIN:VEVENT.*END:VEVENT\r\n", ""), "VEVENT");
        ida.raw("POST", "text/calendar", note, MAINTNOTE.formatted(id) + "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("events", hasSize(2));
        windows.otto.get(WINDOW, id).body("state", equalTo("Announced"));
        Rest keyed = ida.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(events(send(keyed, id, note)))
                .isEqualTo(events(send(keyed, id, note)))
                .containsExactly("ProviderNoticeReceived", "WindowCancelled");
        assertThat(said(send(keyed, id, note.replace("SEQUENCE:1", "SEQUENCE:2"))))
                .isEqualTo("422 key-reused");
    }

    private void wrong(String id, String note, String property) {
        send(windows.ida, id, note).statusCode(422).body("errors[0].pointer", equalTo(property));
    }
}
