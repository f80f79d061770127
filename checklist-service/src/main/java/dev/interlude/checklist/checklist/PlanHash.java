package dev.interlude.checklist.checklist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything that is planned: the title and each member of each step, in order. Each
 * value is preceded by its length, so that no two plans write the same text.
 */
final class PlanHash {

    private final StringBuilder text = new StringBuilder();

    private PlanHash() {}

    static String of(String title, List<Step> steps) {
        var hash = new PlanHash();
        hash.add(title);
        steps.forEach(hash::add);
        return hash.sha256();
    }

    private void add(Step step) {
        add(step.id());
        add(step.title());
        add(step.phase().name());
        add(step.instruction());
        add(step.expectedDuration().toString());
        add(step.dependsOn());
        add(step.lane());
        add(step.mode().name());
        add(step.sideEffects());
        add(step.rollbackOf());
        add(step.noRollback());
        add(step.verifies().name());
        add(Boolean.toString(step.pointOfNoReturn()));
        // members that came later are written only where they are said: older plans keep their hash
        later("notBefore", step.notBefore());
        later("dueAt", step.dueAt());
        Script script = step.script();
        if (script != null) {
            later("script", script.name());
            add(script.arguments());
            later("timeout", script.timeout());
        }
        Expectation expected = step.expectation();
        if (expected != null) {
            later("expectation", expected.text());
            later("atLeast", expected.atLeast());
            later("atMost", expected.atMost());
            later("unit", expected.unit());
            Probe probe = expected.probe();
            if (probe != null) {
                later("probe", probe.url());
                later("status", probe.status());
                later("within", probe.within());
                later("pointer", probe.pointer());
            }
        }
    }

    private void later(String member, @Nullable Object value) {
        if (value != null) {
            add(member);
            add(value.toString());
        }
    }

    private void add(List<String> values) {
        add(Integer.toString(values.size()));
        values.forEach(this::add);
    }

    private void add(@Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.length()).append(':').append(value);
        }
    }

    private String sha256() {
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
