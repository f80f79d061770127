package dev.interlude.checklist.markdown;

/** A line that is no part of a checklist. */
public final class UnreadableMarkdown extends RuntimeException {

    private final int line;
    private final String rule;

    UnreadableMarkdown(int line, String rule) {
        super("line " + line + ": " + rule, null, false, false);
        this.line = line;
        this.rule = rule;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** What should hold. */
    public String rule() {
        return rule;
    }
}
