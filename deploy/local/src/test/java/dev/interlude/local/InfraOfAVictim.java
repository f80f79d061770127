package dev.interlude.local;

import java.nio.file.Path;

/** A process that starts a database and a broker, says so, and waits to be killed. */
public final class InfraOfAVictim {

    private InfraOfAVictim() {}

    public static void main(String[] args) throws Exception {
        Path dir = Path.of(args[0]);
        Path logs = dir.resolve("logs");
        try (var postgres =
                        LocalPostgres.start(
                                new LocalPostgres.Settings(
                                        dir.resolve("pg"), logs, Integer.parseInt(args[1]), "x"));
                var broker =
                        LocalBroker.start(
                                House.here(),
                                new LocalBroker.Settings(
                                        dir.resolve("broker"),
                                        logs,
                                        Integer.parseInt(args[2]),
                                        Integer.parseInt(args[3])))) {
            System.out.println(postgres.process().pid() + " " + broker.child().pid());
            Thread.currentThread().join();
        }
    }
}
