package dev.interlude.benchmark;

import dev.interlude.local.House;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What all of it runs on. */
final class Machine {

    private Machine() {}

    static List<String> describe() {
        return List.of(
                "Commit: "
                        + output("git", "-C", House.here().root().toString(), "rev-parse", "HEAD"),
                "JDK: " + System.getProperty("java.vm.name") + " " + Runtime.version(),
                "Kernel: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "Processor: " + Runtime.getRuntime().availableProcessors() + " × " + processor(),
                "Load average before: " + loadAverage());
    }

    /** What this JVM was started with. */
    static String options() {
        return String.join(
                " ", java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    static String loadAverage() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).strip();
        } catch (IOException e) {
            return "unknown on this system";
        }
    }

    /** How often a second the disk takes 8 kB more and says that it has them. */
    static String fsyncRate(Path dir) {
        Path file = dir.resolve("fsync-probe");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocateDirect(8192);
            long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            int count = 0;
            while (System.nanoTime() < until) {
                channel.write(page.clear());
                channel.force(false);
                count++;
            }
            return String.format(Locale.ROOT, "%d fdatasync of 8 kB a second", count / 2);
        } catch (IOException e) {
            throw new BenchmarkFailed("the disk can't be measured: " + e.getMessage(), e);
        } finally {
            file.toFile().delete();
        }
    }

    /** The first line that a command writes, or a remark that it can't be had. */
    static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String text =
                    new String(
                            process.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor();
            return text.lines().findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown (" + e.getMessage() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
