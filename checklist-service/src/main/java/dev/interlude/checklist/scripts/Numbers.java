package dev.interlude.checklist.scripts;

import dev.interlude.eventlog.http.Problem;
import org.jspecify.annotations.Nullable;

/** Numbers in queries. */
final class Numbers {

    private Numbers() {}

    static int within(String name, @Nullable String text, int least, int most) {
        String rule = "a number from " + least + " to " + most;
        if (text == null || !text.matches("\\d{1,9}")) {
            throw Problem.invalid(name, rule);
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw Problem.invalid(name, rule);
        }
        return number;
    }
}
