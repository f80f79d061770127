package dev.interlude.checklist.template;

import dev.interlude.checklist.checklist.Drafting;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.checklist.StepDraft;
import dev.interlude.checklist.template.Template.Proposal;
import dev.interlude.checklist.template.Template.Version;
import dev.interlude.checklist.template.TemplateCommand.AcceptChange;
import dev.interlude.checklist.template.TemplateCommand.DeclineChange;
import dev.interlude.checklist.template.TemplateCommand.ProposeChange;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeAccepted;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeDeclined;
import dev.interlude.checklist.template.TemplateEvent.TemplateChangeProposed;
import dev.interlude.checklist.template.TemplateEvent.TemplatePublished;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What should be otherwise next time: anyone who runs maintenances says it, a planner decides. */
final class Proposing {

    private Proposing() {}

    static Decision<TemplateEvent> propose(ProposeChange c, Template state) {
        Optional<Version> latest = state.latest();
        if (latest.isEmpty()) {
            return Decision.reject(absent(c.templateId()));
        }
        if (c.lesson() != null && state.proposals().stream().anyMatch(p -> isOf(p, c))) {
            return Decision.nothing();
        }
        String team = latest.get().team();
        boolean may =
                Publishing.refuse(c.act(), team, "planner") == null
                        || Publishing.refuse(c.act(), team, "operator") == null;
        if (!may) {
            return Decision.reject(
                    Rejection.forbidden("role-missing", "needs the role planner or operator"));
        }
        List<StepDraft> drafts = c.steps();
        List<Step> steps = drafts == null ? null : Drafting.complete(List.of(), drafts);
        Rejection wrong = steps == null ? null : Publishing.wrong(steps);
        return wrong != null
                ? Decision.reject(wrong)
                : Decision.accept(
                        new TemplateChangeProposed(
                                c.templateId(),
                                state.proposals().size() + 1,
                                c.text(),
                                steps,
                                c.windowId(),
                                c.lesson()));
    }

    /** The same lesson, heard again since the store that told it came back from a backup. */
    private static boolean isOf(Proposal p, ProposeChange c) {
        return Objects.equals(p.windowId(), c.windowId())
                && Objects.equals(p.lesson(), c.lesson())
                && p.text().equals(c.text());
    }

    static Decision<TemplateEvent> accept(AcceptChange c, Template state) {
        Version latest = state.latest().orElse(null);
        Proposal proposal = proposal(state, c.ordinal());
        Rejection no = refuse(c.act(), latest, proposal, c.ordinal());
        if (no != null || latest == null || proposal == null) {
            return Decision.reject(no == null ? absent(c.templateId()) : no);
        }
        List<StepDraft> own = c.steps();
        List<Step> steps = own == null ? proposal.steps() : Drafting.complete(List.of(), own);
        if (steps == null) {
            return Decision.reject(
                    Rejection.invalid(
                            "/steps", "the proposal is words only: say what they become"));
        }
        Rejection wrong = Publishing.wrong(steps);
        if (wrong != null) {
            return Decision.reject(wrong);
        }
        int version = latest.version() + 1;
        return Decision.accept(
                new TemplateChangeAccepted(c.templateId(), c.ordinal(), version),
                new TemplatePublished(
                        c.templateId(),
                        version,
                        latest.title(),
                        latest.plan(),
                        steps,
                        proposal.text(),
                        latest.team(),
                        proposal.windowId()));
    }

    static Decision<TemplateEvent> decline(DeclineChange c, Template state) {
        Rejection no =
                refuse(
                        c.act(),
                        state.latest().orElse(null),
                        proposal(state, c.ordinal()),
                        c.ordinal());
        return no != null
                ? Decision.reject(no)
                : Decision.accept(
                        new TemplateChangeDeclined(c.templateId(), c.ordinal(), c.reason()));
    }

    private static @Nullable Rejection refuse(
            Act act, @Nullable Version latest, @Nullable Proposal proposal, int ordinal) {
        Rejection no = Publishing.refuse(act, latest == null ? null : latest.team(), "planner");
        if (no != null) {
            return no;
        }
        if (proposal == null) {
            return Rejection.notFound("there is no proposal " + ordinal);
        }
        return proposal.open()
                ? null
                : Rejection.conflict("wrong-state", "proposal " + ordinal + " is decided");
    }

    private static @Nullable Proposal proposal(Template state, int ordinal) {
        return state.proposals().stream()
                .filter(p -> p.ordinal() == ordinal)
                .findFirst()
                .orElse(null);
    }

    private static Rejection absent(String templateId) {
        return Rejection.notFound("there is no template \"" + templateId + "\"");
    }
}
