package dev.interlude.checklist.heard;

import org.jspecify.annotations.Nullable;

/** What the post-mortem service says of a window. */
public sealed interface FromPostmortem {

    /** Id of the window. */
    String windowId();

    /**
     * Something was learned that a template should know next time.
     *
     * @param ordinal its number in the post-mortem
     * @param templateId slug; null for the template that the window's checklist was made from
     * @param text what should be otherwise, and why
     */
    record LessonProposed(String windowId, int ordinal, @Nullable String templateId, String text)
            implements FromPostmortem {

        /** Its type on the wire. */
        public static final String TYPE = "dev.interlude.postmortem.LessonProposed.v1";
    }
}
