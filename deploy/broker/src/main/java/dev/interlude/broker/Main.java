package dev.interlude.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Formats the storage when it is new, then runs the broker; its one argument is the settings. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        String settings = args[0];
        if (!Files.exists(logDir(settings).resolve("meta.properties"))) {
            format(settings);
        }
        Kafka.main(new String[] {settings});
    }

    private static void format(String settings) {
        String clusterId = Uuid.randomUuid().toString();
        int status =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--cluster-id",
                            clusterId,
                            "--config",
                            settings,
                            "--ignore-formatted"
                        },
                        System.out);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static Path logDir(String settings) throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(settings))) {
            properties.load(in);
        }
        return Path.of(properties.getProperty("log.dirs"));
    }
}
