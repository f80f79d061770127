package dev.interlude.planner.view.catalogue;

import static java.util.Comparator.comparing;

import dev.interlude.eventlog.follow.KeptRows;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.view.memory.InMemory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** The whole catalogue, without loads. */
@Singleton
public class Components extends InMemory<CatalogueProjection.Entry, Listed> {

    Components(CatalogueProjection projection, KeptRows kept) {
        super(projection, kept);
    }

    /** By slug. */
    public Uni<List<Listed>> list() {
        return Uni.createFrom().item(all());
    }

    @Override
    protected List<Listed> listed(Stream<CatalogueProjection.Entry> some) {
        return some.map(Components::component).sorted(comparing(Listed::id)).toList();
    }

    private static Listed component(CatalogueProjection.Entry row) {
        List<String> backups = ComponentRow.slugs(row.backedBy());
        return new Listed(
                row.id(),
                row.name(),
                row.heading(),
                ComponentRow.slugs(row.dependsOn()),
                row.team(),
                backups.isEmpty() ? null : backups,
                null);
    }
}
