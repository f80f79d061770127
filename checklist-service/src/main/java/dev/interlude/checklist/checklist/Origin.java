package dev.interlude.checklist.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a checklist was made from.
 *
 * @param templateId slug of the template; null for the copy of a checklist without one
 * @param version of the template
 * @param copyOf id of the window whose checklist was copied
 * @param lastRun id of the window that was run from the template before
 * @param changes what changed since then and why; null when nothing did
 */
public record Origin(
        @Nullable String templateId,
        @Nullable Integer version,
        @Nullable String copyOf,
        @Nullable String lastRun,
        @Nullable List<Changed> changes) {

    /**
     * A step that is not as it was.
     *
     * @param what ADDED, REMOVED or CHANGED
     * @param members that differ, of a changed one
     * @param version of the template that brought it
     * @param why what was said about that version
     */
    public record Changed(
            String what,
            String stepId,
            String title,
            List<String> members,
            @Nullable Integer version,
            @Nullable String why) {
        public Changed {
            members = List.copyOf(members);
        }
    }
}
