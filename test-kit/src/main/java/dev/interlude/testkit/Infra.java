package dev.interlude.testkit;

import dev.interlude.local.Databases;
import dev.interlude.local.Databases.Database;
import dev.interlude.local.LocalToken;
import dev.interlude.local.LocalTopics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL and Kafka for a {@code @QuarkusTest}: {@code @QuarkusTestResource(Infra.class)}.
 * Each start of the application under test gets a database and topics of its own, and the keys that
 * sign {@link Tokens}.
 *
 * <p>{@code -Dinfra=embedded} starts both from this process, {@code containers} starts them in
 * containers, {@code external} takes those that {@link Servers} finds, {@code auto} (default)
 * external when they are given. Arguments of the annotation are further configuration of the
 * application.
 */
public class Infra implements QuarkusTestResourceLifecycleManager {

    private Map<String, String> more = Map.of();
    private @Nullable Running running;

    private record Running(Servers servers, Database database, String topicPrefix) {}

    @Override
    public void init(Map<String, String> initArgs) {
        more = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        Servers servers = Servers.get();
        String run = UUID.randomUUID().toString().substring(0, 8);
        Database database = servers.databases().ensure(module() + "_" + run, "migrator", "service");
        String topicPrefix = module() + "-" + run + ".";
        LocalTopics.ensure(servers.kafka(), topicPrefix);
        running = new Running(servers, database, topicPrefix);
        Map<String, String> config = config(running);
        config.putAll(more);
        return config;
    }

    @Override
    public void stop() {
        if (running != null) {
            running.servers().databases().drop(running.database());
            LocalTopics.drop(running.servers().kafka(), running.topicPrefix());
            running = null;
        }
    }

    private static Map<String, String> config(Running on) {
        Database database = on.database();
        Databases.Login migrator = database.migrator();
        var config = new HashMap<String, String>();
        config.put("interlude.db.url", database.url());
        config.put("interlude.db.user", database.service().user());
        config.put("interlude.db.password", database.service().password());
        config.put("interlude.db.migrator.user", migrator.user());
        config.put("interlude.db.migrator.password", migrator.password());
        config.put("interlude.kafka", on.servers().kafka());
        config.put("interlude.topic-prefix", on.topicPrefix());
        config.put("interlude.people-key", Base64.getEncoder().encodeToString(Tokens.PEOPLE_KEY));
        config.put("interlude.personal.key", Base64.getEncoder().encodeToString(random(32)));
        config.put("interlude.local.public-key", Tokens.key().open());
        config.put("interlude.local.issuer", LocalToken.ISSUER);
        if (module().equals("planner_service")) {
            // the one service that signs
            config.put("interlude.signing.key", Tokens.key().secret());
        }
        config.put("interlude.service-token", Tokens.service("test"));
        config.put("interlude.clock.movable", "true");
        // nobody listens there: what these tests hear comes by Kafka, unless they say otherwise
        for (String peer : new String[] {"planner", "checklist", "notifier", "postmortem"}) {
            config.put("interlude.peers." + peer, "http://localhost:1");
        }
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private static String module() {
        return Path.of(System.getProperty("user.dir"))
                .getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "_");
    }
}
