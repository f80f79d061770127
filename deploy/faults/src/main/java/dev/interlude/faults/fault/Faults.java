package dev.interlude.faults.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The faults that a campaign chooses from, each as often as its weight says. */
public final class Faults {

    /** Takes too long to be chosen by chance. */
    private static final int NAMED_ONLY = 0;

    private record Weighted(Fault fault, int weight) {}

    private static final List<Weighted> ALL =
            List.of(
                    new Weighted(new KillService(), 6),
                    new Weighted(new KillBackend(), 4),
                    new Weighted(new KillDatabase(), 3),
                    new Weighted(new KillBroker(), 3),
                    new Weighted(new KillHost(), 2),
                    new Weighted(new StopLeader(), 3),
                    new Weighted(new CutBrokerTail(), 2),
                    new Weighted(new OldBrokerCopy(), 2),
                    new Weighted(new StepClock(), 2),
                    new Weighted(new RestoreDatabase(), 2),
                    new Weighted(new KillServiceAtCall(), 3),
                    new Weighted(new KillBackendAtCall(), 3),
                    new Weighted(new Backlog(), NAMED_ONLY));

    private final List<Fault> chosen = new ArrayList<>();

    private Faults(Set<String> names, boolean named) {
        for (Weighted one : ALL) {
            if (names.contains(one.fault().name())) {
                int times = named ? Math.max(1, one.weight()) : one.weight();
                for (int i = 0; i < times; i++) {
                    chosen.add(one.fault());
                }
            }
        }
    }

    /** Names of all. */
    public static List<String> names() {
        return ALL.stream().map(one -> one.fault().name()).toList();
    }

    /** One of them. */
    public static Fault named(String name) {
        return ALL.stream()
                .map(Weighted::fault)
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault " + name));
    }

    /** Only those, or all when none is named. */
    public static Faults only(Set<String> names) {
        names.forEach(Faults::named);
        return names.isEmpty() ? new Faults(Set.copyOf(names()), false) : new Faults(names, true);
    }

    /** The next one. */
    public Fault next(Random random) {
        return chosen.get(random.nextInt(chosen.size()));
    }
}
