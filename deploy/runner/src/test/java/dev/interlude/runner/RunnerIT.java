package dev.interlude.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner as a process of its own, with scripts that are real processes. */
class RunnerIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir Path root;
    private final List<Process> runners = new ArrayList<>();
    private final Counterpart service;

    RunnerIT() throws IOException {
        this.service = new Counterpart();
    }

    @BeforeEach
    void scripts() throws IOException {
        Files.createDirectories(root.resolve("scripts"));
        mode(root.resolve("scripts"), "rwxr-xr-x");
        script("say.sh", "for a in \"$@\"; do printf '%s\\n' \"$a\"; done; echo oh >&2");
        script("env.sh", "env | sort; pwd");
        script("fail.sh", "exit 7");
        script("slow.sh", "echo begun >> $1; sleep 300");
        script("wordy.sh", "trap 'echo ended; exit 1' TERM; echo begun; sleep 300 & wait");
        script("until.sh", "echo begun >> $1; until test -e $2; do sleep 0.05; done; echo ended");
        script("stubborn.sh", "trap '' TERM; echo up; while :; do sleep 0.1; done");
        script(
                "family.sh",
                "(trap '' TERM; exec setsid sleep 301) &\n(setsid sh -c 'trap \"\" TERM; sleep 302 & sleep"
                        + " 303' &) \necho $$\nsleep 304");
        script("leaves.sh", "setsid sleep 305 & echo gone");
        script("endless.sh", "yes | head -c \"$1\"");
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(root.resolve("scripts").resolve(name), "#!/bin/sh\n" + body);
        mode(file, "rwxr-xr-x");
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    @AfterEach
    void end() throws Exception {
        for (Process runner : runners) {
            runner.destroy();
            if (!runner.waitFor(10, TimeUnit.SECONDS)) {
                runner.destroyForcibly();
            }
        }
        service.down();
    }

    private Process runner(String... settings) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.interlude.runner.Main");
        Map<String, String> environment = builder.environment();
        environment.put("INTERLUDE_RUNNER_SERVICE", "http://localhost:" + service.port());
        environment.put("INTERLUDE_RUNNER_TOKEN", "ilr_" + "t".repeat(43));
        environment.put("INTERLUDE_RUNNER_SCRIPTS", root.resolve("scripts").toString());
        environment.put("INTERLUDE_RUNNER_STATE", root.resolve("state").toString());
        environment.put("INTERLUDE_RUNNER_GRACE", "PT0.5S");
        environment.put("INTERLUDE_RUNNER_DRAIN", "PT0.5S");
        for (int i = 0; i < settings.length; i += 2) {
            environment.put("INTERLUDE_RUNNER_" + settings[i], settings[i + 1]);
        }
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(root.resolve("runner.log").toFile()));
        Process process = builder.start();
        runners.add(process);
        return process;
    }

    private Map<String, Object> result(String run) {
        await().atMost(LONG).until(() -> service.results.containsKey(run));
        return service.results.getOrDefault(run, Map.of());
    }

    private String output(String run) {
        var kept = service.outputs.get(run);
        return kept == null ? "" : kept.toString(StandardCharsets.UTF_8);
    }

    private static List<Long> alive(String run) {
        return new ProcessTree(0, run).members().stream().map(ProcessHandle::pid).toList();
    }

    @Test
    void arguments_arrive_as_they_are_and_the_environment_is_small() throws Exception {
        runner();
        String[] odd = {"--all", "$(id) `id`", "a;b|c&d>e", "*", "", "\"q\" 'q'", "\\n", "ä€\t"};
        String said = service.ask("say.sh", "PT1M", odd);
        assertThat(result(said)).containsEntry("ending", "EXITED").containsEntry("exitCode", 0);
        assertThat(output(said)).isEqualTo(String.join("\n", odd) + "\noh\n");
        String shown = service.ask("env.sh", "PT1M");
        result(shown);
        assertThat(output(shown).lines().map(line -> line.replaceFirst("=.*", "")))
                .contains(
                        "HOME",
                        "INTERLUDE_RUN_ID",
                        "INTERLUDE_STEP_ID",
                        "INTERLUDE_WINDOW_ID",
                        "LANG",
                        "PATH",
                        "TMPDIR")
                .noneMatch(name -> name.startsWith("INTERLUDE_RUNNER"));
        assertThat(output(shown)).endsWith("/runs/" + shown + "/work\n");
        String failed = service.ask("fail.sh", "PT1M");
        assertThat(result(failed)).containsEntry("exitCode", 7);
        assertThat(service.offers.take()).asString().contains("say.sh").doesNotContain("/");
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        Objects.requireNonNull(root.resolve("state/runs").toFile().list()).length
                                == 0);
    }

    @Test
    void a_name_that_is_none_is_not_started() throws Exception {
        runner();
        for (String name : List.of("../say.sh", "none.sh", "/bin/true", "say.sh; id")) {
            assertThat(result(service.ask(name, "PT1M"))).containsEntry("ending", "NOT_STARTED");
        }
    }

    @Test
    void cancelling_ends_all_that_it_started_also_what_will_not() throws Exception {
        runner("PARALLEL", "4");
        String stubborn = service.ask("stubborn.sh", "PT1M");
        String family = service.ask("family.sh", "PT1M");
        String late = service.ask("stubborn.sh", "PT1S");
        String lost = service.ask("family.sh", "PT1M");
        await().atMost(LONG).until(() -> alive(family).size() >= 4 && alive(lost).size() >= 4);
        await().atMost(LONG).until(() -> output(stubborn).startsWith("up"));
        service.cancelled.put(stubborn, true);
        service.cancelled.put(family, true);
        service.lost.put(lost, true);
        assertThat(result(stubborn))
                .containsEntry("ending", "CANCELLED")
                .doesNotContainKey("exitCode");
        assertThat(result(family)).containsEntry("ending", "CANCELLED");
        assertThat(result(late)).containsEntry("ending", "TIMED_OUT");
        assertThat(result(lost)).containsEntry("ending", "CANCELLED");
        for (String run : List.of(stubborn, family, late, lost)) {
            assertThat(alive(run)).as(run).isEmpty();
        }
        String leaves = service.ask("leaves.sh", "PT1M");
        assertThat(result(leaves)).containsEntry("exitCode", 0);
        assertThat(alive(leaves)).isEmpty();
    }

    @Test
    void an_endless_output_is_counted_and_hashed_in_the_same_memory() throws Exception {
        Process runner = runner();
        long bytes = Long.getLong("endless", 200_000_000L);
        String run = service.ask("endless.sh", "PT5M", Long.toString(bytes));
        long most = 0;
        while (!service.results.containsKey(run)) {
            assertThat(runner.isAlive()).isTrue();
            most = Math.max(most, residentKilobytes(runner.pid()));
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(result(run))
                .containsEntry("exitCode", 0)
                .extractingByKey("bytes")
                .asString()
                .isEqualTo(Long.toString(bytes));
        assertThat(result(run)).containsEntry("sha256", shaOfYes(bytes));
        assertThat(output(run)).hasSize(65_536);
        String tail = String.valueOf(result(run).get("tail"));
        assertThat(Base64.getDecoder().decode(tail)).hasSize(4_096).endsWith('y', '\n');
        System.out.println(
                "RunnerIT " + bytes + " bytes of output, at most " + most + " kB resident");
        assertThat(most).isLessThan(200_000);
    }

    private static long residentKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String shaOfYes(long bytes) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] piece = "y\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
        for (long left = bytes; left > 0; left -= piece.length) {
            sha.update(piece, 0, (int) Math.min(piece.length, left));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    @Test
    void a_killed_runner_reports_its_run_as_lost_and_never_runs_it_again() throws Exception {
        Path trace = root.resolve("trace");
        Process runner = runner();
        String run = service.ask("slow.sh", "PT5M", trace.toString());
        await().atMost(LONG).until(() -> Files.exists(trace) && alive(run).size() >= 2);
        runner.destroyForcibly().waitFor();
        assertThat(alive(run)).isNotEmpty();
        runner();
        assertThat(result(run)).containsEntry("ending", "LOST");
        assertThat(alive(run)).isEmpty();
        assertThat(Files.readAllLines(trace)).hasSize(1);
        assertThat(service.told.get(run)).isNotNull().hasValue(1);
    }

    @Test
    void a_service_that_is_gone_meanwhile_hears_the_result_once_when_it_is_back() throws Exception {
        Path trace = root.resolve("trace");
        runner();
        Path end = root.resolve("end");
        String run = service.ask("until.sh", "PT1M", trace.toString(), end.toString());
        await().atMost(LONG).until(() -> Files.exists(trace));
        service.down();
        Files.createFile(end);
        await().atMost(LONG)
                .until(() -> Files.exists(root.resolve("state/runs/" + run + "/result.json")));
        service.up();
        assertThat(result(run)).containsEntry("exitCode", 0);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !Files.exists(root.resolve("state/runs/" + run)));
        assertThat(output(run)).isEqualTo("ended\n");
        assertThat(service.told.get(run)).isNotNull().hasValue(1);
        assertThat(Files.readAllLines(trace)).hasSize(1);
    }

    @Test
    void a_result_that_nobody_heard_outlives_the_runner() throws Exception {
        Path trace = root.resolve("trace");
        Process runner = runner();
        Path end = root.resolve("end");
        String run = service.ask("until.sh", "PT1M", trace.toString(), end.toString());
        await().atMost(LONG).until(() -> Files.exists(trace));
        service.down();
        Files.createFile(end);
        await().atMost(LONG)
                .until(() -> Files.exists(root.resolve("state/runs/" + run + "/result.json")));
        runner.destroyForcibly().waitFor();
        service.up();
        runner();
        assertThat(result(run)).containsEntry("ending", "EXITED").containsEntry("exitCode", 0);
        assertThat(output(run)).isEqualTo("ended\n");
    }

    @Test
    void a_runner_that_is_stopped_ends_its_scripts_and_says_so() throws Exception {
        service.slowness = Duration.ofSeconds(1);
        Process runner = runner();
        String run = service.ask("wordy.sh", "PT5M");
        await().atMost(LONG).until(() -> alive(run).size() >= 2);
        runner.destroy();
        assertThat(result(run))
                .containsEntry("ending", "CANCELLED")
                .containsEntry("reason", "the runner was stopped");
        assertThat(alive(run)).isEmpty();
        assertThat(runner.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void probes_are_made_where_they_may_be() throws Exception {
        HttpServer target = HttpServer.create(new InetSocketAddress("localhost", 0), 5);
        target.createContext(
                "/q",
                exchange -> {
                    byte[] body = "{\"a\":[{\"n\":4.50}]}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(201, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        target.start();
        try {
            String at = "http://localhost:" + target.getAddress().getPort();
            runner("PROBES", at + "/q/");
            Map<String, Object> probe =
                    Map.of("url", at + "/q/x", "within", "PT2S", "pointer", "/a/0/n");
            Map<String, Object> seen = result(service.ask(null, "PT1M", probe));
            assertThat(seen).containsEntry("ending", "EXITED").doesNotContainKey("exitCode");
            assertThat(seen.get("reading")).asString().contains("status=201", "value=4.5");
            String after = service.ask("say.sh", "PT1M", probe, "x");
            assertThat(result(after)).containsEntry("exitCode", 0).containsKey("reading");
            String failed = service.ask("fail.sh", "PT1M", probe);
            assertThat(result(failed)).containsEntry("exitCode", 7).doesNotContainKey("reading");
            Map<String, Object> elsewhere = Map.of("url", at + "/q/../z", "within", "PT2S");
            assertThat(result(service.ask(null, "PT1M", elsewhere)).get("reading"))
                    .asString()
                    .contains("may not look there");
        } finally {
            target.stop(0);
        }
    }

    @Test
    void behind_a_proxy_all_goes_through_it() throws Exception {
        var passed = new AtomicInteger();
        HttpServer proxy = HttpServer.create(new InetSocketAddress("localhost", 0), 5);
        proxy.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        proxy.createContext(
                "/",
                exchange -> {
                    passed.incrementAndGet();
                    Passing.on(exchange, service.port());
                });
        proxy.start();
        try {
            runner(
                    "PROXY",
                    "http://localhost:" + proxy.getAddress().getPort(),
                    "SERVICE",
                    "http://interlude.invalid:8080");
            assertThat(result(service.ask("say.sh", "PT1M", "x"))).containsEntry("exitCode", 0);
            assertThat(passed).hasValueGreaterThan(2);
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void what_is_wrong_with_the_settings_is_one_line() throws Exception {
        Process runner = runner("PARALLEL", "many");
        assertThat(runner.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(runner.exitValue()).isEqualTo(78);
        assertThat(Files.readAllLines(root.resolve("runner.log")))
                .containsExactly("interlude-runner: parallel: a number from 1 to 32, not many");
    }
}
