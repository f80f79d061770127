package dev.interlude.planner.view.freezes;

import static java.util.Comparator.comparing;

import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.follow.KeptRows;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.freeze.FreezeTerms;
import dev.interlude.planner.view.memory.InMemory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** All freezes, those lifted included: they are few. */
@Singleton
public class Freezes extends InMemory<FreezeProjection.Entry, Declared> {

    Freezes(FreezeProjection projection, KeptRows kept) {
        super(projection, kept);
    }

    /** By title. */
    public Uni<List<Declared>> list() {
        return Uni.createFrom().item(all());
    }

    @Override
    protected List<Declared> listed(Stream<FreezeProjection.Entry> some) {
        return some.map(Freezes::freeze)
                .sorted(
                        comparing((Declared freeze) -> freeze.terms().title())
                                .thenComparing(Declared::id))
                .toList();
    }

    private static Declared freeze(FreezeProjection.Entry row) {
        return new Declared(
                row.id(),
                LogJson.read(row.terms().getBytes(StandardCharsets.UTF_8), FreezeTerms.class),
                row.liftedAt());
    }
}
