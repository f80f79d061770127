package dev.interlude.eventlog.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The main class of every service. A start that fails ends in one line that says what to mend. */
@QuarkusMain
public final class Start {

    private Start() {}

    public static void main(String... args) {
        Quarkus.run(null, Start::end, args);
    }

    private static void end(int status, @Nullable Throwable cause) {
        if (cause != null) {
            var failure = new StartFailure(cause);
            if (!failure.expected()) {
                cause.printStackTrace();
            }
            System.err.println(service() + " can't start: " + failure.line());
        }
        System.exit(status);
    }

    private static String service() {
        try {
            return ConfigProvider.getConfig()
                    .getOptionalValue("interlude.service", String.class)
                    .orElse("the service");
        } catch (RuntimeException e) {
            // the configuration itself may be what is wrong
            return "the service";
        }
    }
}
