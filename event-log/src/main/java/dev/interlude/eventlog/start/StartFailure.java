package dev.interlude.eventlog.start;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a service did not start, for who has to mend it. */
final class StartFailure {

    private static final Pattern NOISE =
            Pattern.compile("(java\\.util\\.NoSuchElementException: )?SRCFG\\d+: ");

    private final List<Throwable> causes;

    StartFailure(Throwable failure) {
        var all = new LinkedHashSet<Throwable>();
        for (Throwable cause = failure; cause != null && all.add(cause); ) {
            cause = cause.getCause();
        }
        this.causes = List.copyOf(all);
    }

    /** True when the line says all there is to say; else the trace is needed as well. */
    boolean expected() {
        return reasons().findAny().isPresent();
    }

    /** One line, without a line break. */
    String line() {
        Throwable said = reasons().findFirst().orElse(causes.getLast());
        String message = said.getMessage();
        String text = message == null ? said.getClass().getSimpleName() : message;
        String where = said instanceof SQLException ? "the database: " : "";
        return where + NOISE.matcher(text).replaceAll("").strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** What is wrong outside of the program, nearest to the cause first. */
    private Stream<Throwable> reasons() {
        return causes.reversed().stream().filter(StartFailure::outside).sorted(StartFailure::rank);
    }

    private static boolean outside(Throwable cause) {
        return cause instanceof SQLException
                || cause instanceof SocketException
                || cause instanceof ConfigurationException
                || cause instanceof ConfigValidationException
                || cause instanceof NoSuchElementException;
    }

    /** The driver's exception names the server, the socket's below it doesn't. */
    private static int rank(Throwable one, Throwable other) {
        return Boolean.compare(one instanceof SocketException, other instanceof SocketException);
    }
}
