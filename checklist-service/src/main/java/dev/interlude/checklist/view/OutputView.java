package dev.interlude.checklist.view;

import dev.interlude.checklist.checklist.ScriptRun;
import dev.interlude.checklist.evidence.EvidenceFiles;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A run of a step's script with what it wrote.
 *
 * @param output its first 64 kB, stdout and stderr as they came; what is no UTF-8 is replaced
 * @param tail the last of a longer output; null when nothing is left out
 * @param left how many bytes lie between; 0 when nothing is left out
 * @param verified whether the kept output has the digest that the runner gave; null when it is not
 *     kept whole, or the run is not over
 */
public record OutputView(
        ScriptRunView run,
        String output,
        @Nullable String tail,
        long left,
        @Nullable Boolean verified) {

    /** Of what is kept of a run. */
    public static OutputView of(ScriptRun run, byte[] kept, byte @Nullable [] tail) {
        ScriptRun.End end = run.end();
        Long bytes = end == null ? null : end.bytes();
        long total = bytes == null ? kept.length : bytes;
        boolean whole = total == kept.length;
        String sha256 = end == null || !whole ? null : end.sha256();
        return new OutputView(
                ScriptRunView.of(run),
                new String(kept, StandardCharsets.UTF_8),
                tail == null ? null : new String(tail, StandardCharsets.UTF_8),
                Math.max(0, total - kept.length - (tail == null ? 0 : tail.length)),
                sha256 == null ? null : EvidenceFiles.sha256(kept).equals(sha256));
    }
}
