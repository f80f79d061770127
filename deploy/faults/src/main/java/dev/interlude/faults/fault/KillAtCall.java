package dev.interlude.faults.fault;

import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Strace;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The n-th system call of a kind is the last of its process; n grows with each run. */
abstract class KillAtCall implements Fault {

    private static final Patience PATIENCE = Patience.ofSeconds(20);

    private final List<String> calls;
    private final AtomicInteger runs = new AtomicInteger();

    KillAtCall(String... calls) {
        this.calls = List.of(calls);
    }

    @Override
    public String strike(Site site) {
        if (!Strace.works()) {
            return "skipped: strace is not here, or may not trace";
        }
        int run = runs.getAndIncrement();
        String call = calls.get(run % calls.size());
        int n = 1 + run / calls.size();
        Victim victim = victim(site);
        boolean died;
        try (Strace _ = Strace.killAt(call, n, victim.pids())) {
            died = PATIENCE.comes(victim::hasDied);
        }
        victim.bringBack();
        return "%s at %s no. %d%s".formatted(victim.name(), call, n, died ? "" : ", never reached");
    }

    /** Whom it may hit. */
    interface Victim {

        String name();

        List<Long> pids();

        boolean hasDied();

        void bringBack();
    }

    abstract Victim victim(Site site);
}
