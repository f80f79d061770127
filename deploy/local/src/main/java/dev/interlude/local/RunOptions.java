package dev.interlude.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code up} and {@code demo} are told. */
final class RunOptions {

    @Option(
            names = "--data",
            paramLabel = "<folder>",
            description = "what is kept between runs; ./data by default")
    private Path data = Path.of("data");

    @Option(
            names = "--port-base",
            paramLabel = "<port>",
            description = "the first of eight ports, instead of 8080 and the usual others")
    private @Nullable Integer portBase;

    Path data() {
        return data;
    }

    PortPlan ports() {
        return portBase == null ? PortPlan.usual() : PortPlan.from(portBase);
    }
}
