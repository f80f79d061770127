package dev.interlude.eventlog.inbox;

import dev.interlude.eventlog.LogConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Asks the broker each second whether it answers. */
@ApplicationScoped
class BrokerWatch {

    private final LogConfig config;
    private final Thread thread = new Thread(this::run, "broker-watch");
    private volatile boolean answers;
    private volatile boolean stopping;

    BrokerWatch(LogConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.interrupt();
    }

    /** False from the first missed answer to the next one that comes. */
    boolean answers() {
        return answers;
    }

    private void run() {
        try (Admin admin = Admin.create(settings())) {
            while (!stopping) {
                answers = asked(admin);
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            answers = false;
        }
    }

    private static boolean asked(Admin admin) throws InterruptedException {
        try {
            admin.describeCluster().nodes().get(1_500, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka(),
                AdminClientConfig.CLIENT_ID_CONFIG, "watch-" + config.service(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 1_400,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_200,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    }
}
