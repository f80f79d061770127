package dev.interlude.local;

import java.util.concurrent.CountDownLatch;

/** Starts a local run in this process and ties it to the process's end. */
final class Launch {

    private Launch() {}

    static LocalRun start(RunOptions options) {
        var progress = new Progress(System.out);
        DataFolder data = DataFolder.take(options.data());
        progress.say("Interlude starts; data and logs are in " + data.dir());
        var run = new LocalRun(House.here(), data, options.ports(), progress);
        // Ctrl-C and TERM end the JVM, and this is what it does then
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run, progress)));
        run.start();
        progress.say("All ready after " + progress.elapsed() + " s. Ctrl-C stops everything.");
        // it only watches from here on, and need not keep what unpacking and starting took
        System.gc();
        return run;
    }

    static void untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(LocalRun run, Progress progress) {
        progress.say("");
        run.close();
    }
}
