package dev.interlude.eventlog.inbox;

import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.LogDefinition;
import dev.interlude.eventlog.Writer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** One {@link Fetch} for each service that this one hears. */
@ApplicationScoped
public class Fetches {

    private static final Logger LOG = Logger.getLogger(Fetches.class);

    private final List<Fetch> all;

    Fetches(
            LogDefinition definition,
            LogConfig config,
            Writer writer,
            BrokerWatch broker,
            Pool pool,
            Vertx vertx) {
        String token = config.serviceToken().orElse("");
        this.all =
                definition.hears().stream()
                        .flatMap(source -> {
                            String base = config.peers().get(source);
                            if (base == null) {
                                LOG.warnf(
                                        "no address of %s (interlude.peers.%s): what Kafka"
                                                + " loses of it can't be fetched",
                                        source, source);
                                return Stream.of();
                            }
                            var client = new PublishedClient(vertx, source, base, token);
                            return Stream.of(
                                    new Fetch(source, client, writer, broker, pool, vertx));
                        })
                        .toList();
    }

    void start(@Observes StartupEvent event) {
        all.forEach(fetch -> fetch.loop().start());
    }

    void stop(@Observes ShutdownEvent event) {
        if (!all.isEmpty()) {
            Uni.join()
                    .all(all.stream().map(fetch -> fetch.loop().stop()).toList())
                    .andCollectFailures()
                    .await()
                    .atMost(Duration.ofSeconds(10));
        }
    }

    /** An event of these sources is missing in between. */
    void fill(Collection<String> sources) {
        all.stream().filter(fetch -> sources.contains(fetch.source())).forEach(Fetch::fillSoon);
    }
}
