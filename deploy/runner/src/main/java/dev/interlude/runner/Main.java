package dev.interlude.runner;

import java.io.IOException;
import java.nio.file.Path;

/** {@code java -jar runner.jar [file]}: without a file, the environment says all. */
public final class Main {

    private static final int BAD_SETTINGS = 78;

    private Main() {}

    public static void main(String[] args) {
        // a proxy may want its password also where it only passes the connection on
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        try {
            if (args.length > 1) {
                throw new BadSettings("one file of settings, or none");
            }
            Path file = args.length == 0 ? null : Path.of(args[0]);
            var runner = new Runner(Settings.read(file, System.getenv()));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(runner)));
            runner.start();
        } catch (BadSettings e) {
            System.err.println("interlude-runner: " + e.getMessage());
            System.exit(BAD_SETTINGS);
        } catch (IOException e) {
            System.err.println("interlude-runner: the spool can't be read: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Runner runner) {
        try {
            runner.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
