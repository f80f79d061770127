package dev.interlude.eventlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Configuration of the kit, under {@code interlude.}. */
@ConfigMapping(prefix = "interlude")
public interface LogConfig {

    /** Short name of the service; source of its own events. */
    String service();

    /** Bootstrap servers of Kafka, host:port[,host:port]. */
    String kafka();

    /** What stands before the service's name in topics; {@code interlude.} unless tests differ. */
    @WithName("topic-prefix")
    String topicPrefix();

    /** Whether missing own topics are made at start (local and test runs). */
    @WithName("topics.create")
    @WithDefault("false")
    boolean createTopics();

    /** Name of this replica, unique within the service. */
    String replica();

    /** Secret that turns (issuer, subject) into opaque person ids, base64, the same everywhere. */
    @WithName("people-key")
    String peopleKey();

    /** Token of role {@code service} for {@code /api/v1/published} of the others. */
    @WithName("service-token")
    Optional<String> serviceToken();

    /** Base addresses of the other services by name. */
    Map<String, String> peers();

    /** Whether the clock may be moved forward (local and test runs). */
    @WithName("clock.movable")
    boolean clockMovable();

    /** Service role and migrator; read by the data source's own keys. */
    Database db();

    interface Database {
        String url();

        String user();

        @WithDefault("")
        Optional<String> password();

        Migrator migrator();
    }

    interface Migrator {
        String user();

        @WithDefault("")
        Optional<String> password();
    }

    /**
     * Ends of the paths whose bodies may have 10 MB, where every other may have 256 kB; said by the
     * service.
     */
    Optional<Set<String>> largeBodies();

    /** Local issuer and its key; read by the OIDC tenant's own keys. */
    Local local();

    interface Local {
        String issuer();

        @WithName("public-key")
        Optional<String> publicKey();
    }

    /** What is kept of persons in private streams. */
    Personal personal();

    interface Personal {
        /** Whether this service seals texts; said by the service, not by the deployment. */
        @WithDefault("false")
        boolean seals();

        /**
         * Secret that wraps the keys of persons, 32 random bytes in base64; where texts are sealed.
         */
        Optional<String> key();
    }
}
