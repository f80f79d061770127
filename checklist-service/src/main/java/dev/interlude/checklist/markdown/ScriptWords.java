package dev.interlude.checklist.markdown;

import dev.interlude.checklist.checklist.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in braces about a script. */
final class ScriptWords {

    @Nullable String name;
    @Nullable Duration timeout;
    final List<String> arguments = new ArrayList<>();

    @Nullable Script script(int line) {
        if (name == null) {
            if (timeout != null || !arguments.isEmpty()) {
                throw new UnreadableMarkdown(line, "arguments and a time-out need a script");
            }
            return null;
        }
        return new Script(name, arguments, timeout);
    }
}
