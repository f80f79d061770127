package dev.interlude.faults.history;

import static dev.interlude.faults.history.Finding.duplicated;
import static dev.interlude.faults.history.Finding.lost;

import dev.interlude.faults.history.Answer.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the log holds what clients were answered: what was acknowledged once, what was refused
 * never, what is unknown once or never.
 */
public final class OperationCheck {

    private final Map<String, List<Stored>> marked = new HashMap<>();
    private final Map<String, Stored> placed = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private OperationCheck(List<Stored> log) {
        for (Stored row : log) {
            placed.put(place(row.stream(), row.sequence()), row);
            if (row.mark() != null) {
                marked.computeIfAbsent(row.mark(), mark -> new ArrayList<>()).add(row);
            }
        }
    }

    /**
     * Judges operations.
     *
     * @param log rows that the service itself decided
     */
    public static List<Finding> of(List<Operation> operations, List<Stored> log) {
        var check = new OperationCheck(log);
        operations.forEach(check::judge);
        return check.findings;
    }

    private void judge(Operation operation) {
        List<Answer.Acknowledged> acknowledged = operation.acknowledgements();
        if (acknowledged.stream().distinct().count() > 1) {
            findings.add(duplicated(operation + " was answered in two ways"));
        }
        if (!acknowledged.isEmpty()) {
            acknowledged.getFirst().events().forEach(event -> judge(operation, event));
        }
        if (operation.mark() != null) {
            int times = marked.getOrDefault(operation.mark(), List.of()).size();
            judge(operation, !acknowledged.isEmpty(), times);
        }
    }

    private void judge(Operation operation, boolean acknowledged, int times) {
        if (times > 1) {
            findings.add(duplicated(operation + " is stored " + times + " times"));
        }
        if (times > 0 && operation.refused()) {
            findings.add(duplicated(operation + " was refused and is stored"));
        }
        if (times == 0 && acknowledged) {
            findings.add(lost(operation + " was acknowledged and is not stored"));
        }
    }

    private void judge(Operation operation, Place event) {
        Stored row = placed.get(place(event.stream(), event.sequence()));
        if (row == null || !row.id().equals(event.id())) {
            findings.add(lost(operation.mark() + " was told to be " + event + ", which is not so"));
        }
    }

    private static String place(String stream, long sequence) {
        return stream + " " + sequence;
    }
}
