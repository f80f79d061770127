package dev.interlude.postmortem.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.postmortem.Archived;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariesTest {

    private final Archived archived = new Archived();
    private final WindowFacts facts =
            WindowFacts.of(
                    Archived.WINDOW,
                    List.of(
                            archived.planner(
                                    "WindowPlanned",
                                    "{'windowId':'w','title':'Move RabbitMQ','zone':'Europe/Berlin',"
                                            + "'start':'2026-11-28T01:00:00Z',"
                                            + "'end':'2026-11-28T03:00:00Z'}"),
                            archived.checklist(
                                    1,
                                    "StepAdded",
                                    "{'step':{'id':'a','title':'A','phase':'PREPARE'}}"),
                            archived.checklist(
                                    2,
                                    "StepAdded",
                                    "{'step':{'id':'drain','title':'Drain','phase':'CARRY_OUT'}}"),
                            archived.planner(
                                    "CrewAssigned",
                                    "{'driver':'p-aaaaaaaaaaaaaaaaaaaaaaaaaa','buddy':'p-b'}")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    WindowExtended | {'previousEnd':'2026-11-28T03:00:00Z','newEnd':'2026-11-28T04:00:00Z','reason':'slow','ordinal':1,'beforePreviousEnd':true} | Extended from 04:00 to 05:00 (Europe/Berlin): slow
                    WindowExtended | {'previousEnd':'2026-11-28T03:00:00Z','newEnd':'2026-11-28T04:00:00Z','reason':'slow','ordinal':1,'beforePreviousEnd':false} | Extended from 04:00 to 05:00 (Europe/Berlin), after the announced end had passed: slow
                    WindowAnnounced | {'start':'2026-11-28T01:00:00Z','end':'2026-11-28T03:00:00Z','noticeGiven':'PT100H','noticeRequired':'PT72H'} | Announced for Sat 28 Nov 2026 02:00 to 04:00 (Europe/Berlin), 4 d 4 h before the start (3 d required)
                    WindowMoved | {'previousStart':'2026-11-28T01:00:00Z','previousEnd':'2026-11-28T03:00:00Z','start':'2026-12-05T01:00:00Z','end':'2026-12-05T03:00:00Z','reason':'late parts','ordinal':1,'announced':true,'noticeGiven':'PT100H','noticeRequired':'PT72H'} | Moved from Sat 28 Nov 2026 02:00 to 04:00 (Europe/Berlin) to Sat 5 Dec 2026 02:00 to 04:00 (Europe/Berlin), 4 d 4 h before the time that nobody had been told of (3 d required): late parts
                    WindowMoved | {'previousStart':'2026-11-28T01:00:00Z','previousEnd':'2026-11-28T03:00:00Z','start':'2026-11-28T02:00:00Z','end':'2026-11-28T04:00:00Z','reason':'late','ordinal':1,'announced':false} | Moved from Sat 28 Nov 2026 02:00 to 04:00 (Europe/Berlin) to Sat 28 Nov 2026 03:00 to 05:00 (Europe/Berlin), before it was announced: late
                    WindowConfirmed | {} | Confirmed by the driver
                    ProviderNoticeReceived | {'provider':'example.net','maintenanceId':'WorkOrder-31415','sequence':2,'status':'IN_PROCESS'} | Notice 2 of example.net about WorkOrder-31415: in process
                    StartDelayed | {'start':'2026-11-28T01:00:00Z','at':'2026-11-28T01:05:00Z'} | Late: the announced start 02:00 (Europe/Berlin) passed, and the work had not begun
                    UpdateDue | {'nextUpdateBy':'2026-11-28T01:30:00Z'} | Update due: it was to come by 02:30 (Europe/Berlin)
                    TextCorrected | {'corrects':'x','publicText':{'en':'Nothing is lost.'},'previous':{'en':'Oh.'},'reason':'slipped'} | Public text corrected: slipped. It reads now: Nothing is lost.
                    WindowStarted | {} | Started by the driver
                    WindowOverran | {'end':'2026-11-28T03:00:00Z'} | Overrun: the announced end 04:00 (Europe/Berlin) passed with work open
                    WindowCompleted | {'outcome':'SUCCEEDED','actualEnd':'2026-11-28T03:41:00Z'} | Completed at 04:41 (Europe/Berlin): SUCCEEDED
                    RoleTakenOver | {'role':'DRIVER','from':'p-a','to':'p-d','gapSince':'2026-11-28T01:10:00Z','reason':'asleep'} | Driver taken over from p-a by p-d, nobody had it since 02:10 (Europe/Berlin): asleep
                    HoldCalled | {'ordinal':1,'by':'p-b','reason':'smoke'} | Hold 1 called by the buddy: smoke
                    HoldReleased | {'ordinal':1,'by':['p-b','p-x']} | Hold 1 released by the buddy and p-x
                    GateOverridden | {'ordinal':1,'gates':['prepare'],'reason':'gone','by':'p-b','approvedBy':'p-x'} | Passed on record: prepare (override 1 by the buddy and p-x): gone
                    GlassBroken | {'ordinal':1,'gates':['crew'],'confirmations':['hold-release'],'reason':'alone','by':'p-b'} | Glass broken by the buddy for crew, hold-release: alone
                    CountersignatureOverdue | {'ordinal':1,'dueAt':'2026-12-02T23:00:00Z'} | Broken glass 1 is not countersigned; it was due by Thu 3 Dec 2026 00:00 (Europe/Berlin)
                    ApprovalVoided | {'because':['time','impact']} | The approval is void, since this changed: time, impact
                    RollbackBegan | {'calledBy':'p-b','confirmedBy':'p-x','reason':'hangs'} | Rollback began, by the buddy and p-x: hangs
                    CommandRefused | {'command':'StartWindow','code':'gate-closed','gates':['prepare'],'repeated':0} | Refused: StartWindow, gate-closed (prepare)
                    CommandRefused | {'command':'ReviseWindow','code':'version-differs','repeated':2} | Refused: ReviseWindow, version-differs; 2 more before
                    """)
    void planner(String name, String json, String sentence) {
        assertThat(Summaries.of(archived.planner(name, json), facts)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    StepCompleted | {'stepId':'drain','title':'Drain'} | Step 2 'Drain' completed by the driver
                    StepCompleted | {'stepId':'drain','title':'Drain','performer':'person:p-b'} | Step 2 'Drain' completed by its script for the buddy
                    ScriptRequested | {'stepId':'drain','title':'Drain','script':{'name':'drain.sh','arguments':[]}} | Script 'drain.sh' for step 2 'Drain' asked for by the driver
                    ScriptRequested | {'stepId':'drain','title':'Drain'} | A probe for step 2 'Drain' asked for by the driver
                    ScriptClaimed | {'stepId':'drain','title':'Drain','runnerName':'host-1'} | The script of step 2 'Drain' was taken by runner 'host-1'
                    ScriptCancelled | {'stepId':'drain','title':'Drain','reason':'wrong'} | The script of step 2 'Drain' is to end, said the driver: wrong
                    ScriptFinished | {'stepId':'drain','title':'Drain','outcome':'SUCCEEDED','exitCode':0,'took':'PT2M'} | The script of step 2 'Drain' succeeded after 2 min
                    ScriptFinished | {'stepId':'drain','title':'Drain','outcome':'TIMED_OUT','took':'PT2M','reason':'too long'} | The script of step 2 'Drain' timed out after 2 min: too long
                    ScriptFinished | {'stepId':'drain','title':'Drain','outcome':'LOST','reason':'look'} | The script of step 2 'Drain' was lost with its runner
                    ScriptReportedLate | {'stepId':'drain','title':'Drain','ending':'EXITED','exitCode':0} | The script of step 2 'Drain' was reported after it had been given up: exit code 0
                    StepRejected | {'stepId':'drain','title':'Drain','reason':'no'} | Step 2 'Drain' rejected by the driver: no
                    StepCleared | {'stepId':'drain','title':'Drain','go':false,'reason':'alarm'} | Step 2 'Drain' got a no-go by the driver: alarm
                    StepStarted | {'stepId':'late'} | Step 'late' started by the driver
                    ForecastChanged | {'p50':'2026-11-28T03:00:00Z','p90':'2026-11-28T03:55:00Z','announcedEnd':'2026-11-28T03:00:00Z','slack':'-PT5M'} | Forecast: done at 04:00, at the latest 04:55 (Europe/Berlin), 5 min past the announced end
                    """)
    void checklist(String name, String json, String sentence) {
        assertThat(Summaries.of(archived.checklist(9, name, json), facts)).isEqualTo(sentence);
    }

    @Test
    void placeholders_are_rendered_in_the_zone_of_the_window() {
        LogEvent notice =
                archived.event(
                        "notifier",
                        "notices-" + Archived.WINDOW,
                        3,
                        "NoticePublished",
                        "{'kind':'IMPACT_CHANGED','ordinal':3,'text':{'en':'Until {{end}}'},"
                                + "'window':{'zone':'Europe/Berlin','start':'2026-11-28T01:00:00Z',"
                                + "'end':'2026-11-28T04:00:00Z'}}");
        assertThat(Summaries.of(notice, facts))
                .isEqualTo(
                        "Told the public (impact changed, notice 3):"
                                + " Until Sat 28 Nov 2026 05:00 (Europe/Berlin)");
    }

    @Test
    void an_event_of_tomorrow_is_told_by_its_name() {
        assertThat(Summaries.of(archived.planner("HoldDreamtOf", "{}"), facts))
                .isEqualTo("Hold dreamt of");
        assertThat(Summaries.of(archived.checklist(9, "ScriptDreamtOf", "{'stepId':'a'}"), facts))
                .isEqualTo("Script dreamt of");
    }

    @Test
    void an_event_that_cannot_be_read_is_told_by_its_name() {
        assertThat(Summaries.of(archived.planner("WindowOverran", "{'end':'soon'}"), facts))
                .isEqualTo("Window overran");
    }
}
