package dev.interlude.notifier;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.decider.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A window as its planner tells it, event by event, for tests. */
public final class Sample {

    public static final String WINDOW = "019a8f10-2c4d-7e6f-8a1b-5d3c9e7f0a12";
    public static final Instant START = Instant.parse("2026-11-28T01:00:00Z");
    public static final Instant END = Instant.parse("2026-11-28T03:00:00Z");
    public static final Instant NEW_END = Instant.parse("2026-11-28T04:00:00Z");

    /** Stands in every internal field; must never be seen in public. */
    public static final String CANARY = "canary-7d1f";

    private final List<LogEvent> events = new ArrayList<>();
    private final String window;
    private final long ordinal;

    public Sample() {
        this(WINDOW, 142);
    }

    public Sample(String window, long ordinal) {
        this.window = window;
        this.ordinal = ordinal;
    }

    public List<LogEvent> events() {
        return List.copyOf(events);
    }

    public LogEvent last() {
        return events.getLast();
    }

    /** Adds an event; quotes in the data may be single ones. */
    public Sample then(String type, String at, String data) {
        long sequence = events.size() + 1L;
        String json = data.replace('\'', '"');
        Instant when = Instant.parse(at);
        events.add(
                new LogEvent(
                        sequence,
                        "planner",
                        1,
                        "window-" + window,
                        sequence,
                        new UUID(ordinal, sequence),
                        "dev.interlude.planner." + type + ".v1",
                        window,
                        when,
                        when,
                        when,
                        sequence,
                        sequence == 1 ? ordinal : null,
                        Actor.person("p-ana"),
                        new UUID(1, 1),
                        null,
                        null,
                        json.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public Sample planned() {
        return planned("PUBLIC", "NORMAL");
    }

    public Sample planned(String audience, String kind) {
        return then(
                "WindowPlanned",
                "2026-11-20T09:00:00Z",
                """
                {'windowId':'%s','title':'RabbitMQ moves to a new cluster',
                 'publicText':{'en':'Builds stop from {{start}} to {{end}}.'},
                 'internalText':{'en':'canary-7d1f'},'zone':'Europe/Berlin',
                 'start':'2026-11-28T01:00:00Z','end':'2026-11-28T03:00:00Z',
                 'kind':'%s','audience':'%s','tentative':false,'team':'canary-7d1f',
                 'reason':'canary-7d1f','risk':{'level':'HIGH','text':'canary-7d1f'},
                 'references':['canary-7d1f'],
                 'components':[{'id':'builds','name':'Builds','impact':'OUTAGE'},
                               {'id':'api','name':'API','impact':'DEGRADED'}],
                 'reminders':['P1D','PT1H']}
                """
                        .formatted(window, kind, audience));
    }

    public Sample announced() {
        return then(
                "WindowAnnounced",
                "2026-11-20T09:05:00Z",
                """
                {'windowId':'%s','start':'2026-11-28T01:00:00Z','end':'2026-11-28T03:00:00Z',
                 'components':[{'id':'builds','name':'Builds','impact':'OUTAGE'},
                               {'id':'api','name':'API','impact':'DEGRADED'}],
                 'noticeGiven':'P7D','noticeRequired':'P3D','policy':{'scope':'canary-7d1f'}}
                """
                        .formatted(window));
    }

    public Sample reminded() {
        return then("ReminderDue", "2026-11-27T01:00:00Z", "{'start':'2026-11-28T01:00:00Z'}");
    }

    public Sample tentative() {
        planned();
        LogEvent plan = events.removeLast();
        String json = new String(plan.data(), StandardCharsets.UTF_8);
        return then(
                "WindowPlanned",
                "2026-11-20T09:00:00Z",
                json.replace("\"tentative\":false", "\"tentative\":true"));
    }

    public Sample moved() {
        return then(
                "WindowMoved",
                "2026-11-21T09:00:00Z",
                "{'previousStart':'2026-11-28T01:00:00Z','previousEnd':'2026-11-28T03:00:00Z',"
                        + "'start':'2026-12-05T01:00:00Z','end':'2026-12-05T03:00:00Z',"
                        + "'reason':'canary-7d1f','ordinal':1,'announced':true}");
    }

    public Sample announcedForTheNewTime() {
        return then(
                "WindowAnnounced",
                "2026-11-21T09:05:00Z",
                "{'start':'2026-12-05T01:00:00Z','end':'2026-12-05T03:00:00Z'}");
    }

    public Sample delayed() {
        return then(
                "StartDelayed",
                "2026-11-28T01:05:00Z",
                "{'start':'2026-11-28T01:00:00Z','at':'2026-11-28T01:05:00Z'}");
    }

    public Sample corrected(String corrects) {
        return then(
                "TextCorrected",
                "2026-11-28T01:31:00Z",
                "{'corrects':'%s','publicText':{'en':'A third of the queues has moved.'},"
                                .formatted(corrects)
                        + "'previous':{'en':'Half of the queues have moved.'},"
                        + "'reason':'canary-7d1f'}");
    }

    public Sample started() {
        return then("WindowStarted", "2026-11-28T01:02:00Z", "{}");
    }

    public Sample progressed() {
        return then(
                "ProgressPosted",
                "2026-11-28T01:30:00Z",
                "{'ordinal':1,'publicText':{'en':'Half of the queues have moved.'},"
                        + "'internalText':{'en':'canary-7d1f'},"
                        + "'nextUpdateBy':'2026-11-28T02:00:00Z'}");
    }

    public Sample extended() {
        return then(
                "WindowExtended",
                "2026-11-28T02:07:00Z",
                "{'previousEnd':'2026-11-28T03:00:00Z','newEnd':'2026-11-28T04:00:00Z',"
                        + "'reason':'canary-7d1f','ordinal':1,'beforePreviousEnd':true}");
    }

    public Sample apiIsBack() {
        return then(
                "ImpactChanged",
                "2026-11-28T02:40:00Z",
                "{'ordinal':1,'changes':[{'id':'api','name':'API','previousImpact':'DEGRADED',"
                        + "'impact':'NO_IMPACT'}],'worseThanAnnounced':false}");
    }

    public Sample overran() {
        return then("WindowOverran", "2026-11-28T03:00:00Z", "{'end':'2026-11-28T03:00:00Z'}");
    }

    public Sample verifying() {
        return then("VerificationBegan", "2026-11-28T03:20:00Z", "{}");
    }

    public Sample resumed() {
        return then("CarryOutResumed", "2026-11-28T03:25:00Z", "{'reason':{'en':'canary-7d1f'}}");
    }

    public Sample turnedBack() {
        return then(
                "RollbackBegan",
                "2026-11-28T03:10:00Z",
                "{'calledBy':'canary-7d1f','confirmedBy':'canary-7d1f','reason':'canary-7d1f'}");
    }

    public Sample completed(String outcome) {
        return then(
                "WindowCompleted",
                "2026-11-28T03:41:00Z",
                "{'outcome':'%s','actualEnd':'2026-11-28T03:41:00Z'}".formatted(outcome));
    }

    public Sample completed() {
        return then(
                "WindowCompleted",
                "2026-11-28T03:41:00Z",
                "{'outcome':'SUCCEEDED','actualEnd':'2026-11-28T03:41:00Z',"
                        + "'undone':['canary-7d1f']}");
    }

    public Sample cancelled() {
        return then(
                "WindowCancelled",
                "2026-11-21T09:00:00Z",
                "{'reason':'canary-7d1f','announced':true}");
    }

    /** The essay's night, from the plan to the end. */
    public static Sample night() {
        return new Sample()
                .planned()
                .announced()
                .reminded()
                .started()
                .progressed()
                .extended()
                .apiIsBack()
                .verifying()
                .resumed()
                .verifying()
                .completed();
    }
}
