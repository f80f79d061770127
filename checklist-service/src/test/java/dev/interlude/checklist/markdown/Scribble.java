package dev.interlude.checklist.markdown;

import java.util.Random;

/** A text that has all that a checklist can have, in no order. */
public final class Scribble {

    private static final String PIECES =
            "# |## |- [ ] |- [x] |* [ ] |1. [ ] |      |{|}|#a|@buddy|15m|1h30m|after:|mode:read-do|"
                    + "no-return|rollback-of:a|no-rollback:\"x\\\"y\"|verifies:both|script:a.sh|arg:\"-x\"|"
                    + "timeout:5m|expect:\"ok\"|at-most:5|unit:ms|not-before:2026-03-07T01:00:00Z|"
                    + "Prepare|Carry out|Verify|Rollback|Side effect: |```|\n|\n\n|\t|\"|\\|ä|\uD83D\uDE80|"
                    + "<b>|&amp;|---|> |title";

    private Scribble() {}

    /** Another one. */
    public static String of(Random random) {
        String[] pieces = PIECES.split("\\|", -1);
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
            text.append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }
}
