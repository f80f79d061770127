package dev.interlude.eventlog.http;

import dev.interlude.eventlog.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes a number like {@code M-142} wherever an id is taken. */
@ApplicationScoped
public class Numbers {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

    private final Log log;

    Numbers(Log log) {
        this.log = log;
    }

    /**
     * The id behind what a caller wrote; an id is given back as it is, in lower case.
     *
     * @param category numbered category, own or heard
     * @param letter what stands before the hyphen of its numbers
     */
    public Uni<String> id(String category, String written, String letter) {
        String prefix = letter + "-";
        String digits =
                written.regionMatches(true, 0, prefix, 0, prefix.length())
                        ? written.substring(prefix.length())
                        : "";
        if (!DIGITS.matcher(digits).matches()) {
            return Uni.createFrom().item(written.toLowerCase(Locale.ROOT));
        }
        return log.idByOrdinal(category, Long.parseLong(digits))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("there is no " + written));
    }
}
