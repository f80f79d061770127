package dev.interlude.eventlog.health;

import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.follow.Following;
import dev.interlude.eventlog.relay.Relay;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Well when no projection, reaction or timer fails, nothing is parked and the broker is reached.
 * Not part of readiness: the service goes on with any of these.
 */
@Wellness
@ApplicationScoped
class LogWell implements AsyncHealthCheck {

    private final Following following;
    private final Relay relay;
    private final Pool pool;

    LogWell(Following following, Relay relay, Pool pool) {
        this.following = following;
        this.relay = relay;
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query("select count(*) from parked")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .map(this::response);
    }

    private HealthCheckResponse response(long parked) {
        var failing =
                following.all().stream()
                        .filter(loop -> loop.failing() != null)
                        .map(Loop::name)
                        .toList();
        var response = HealthCheckResponse.named("log");
        following.all().stream()
                .filter(loop -> loop.failing() != null)
                .forEach(loop -> response.withData(loop.name(), String.valueOf(loop.failing())));
        return response.withData("parked", parked)
                .withData("failing", String.join(",", failing))
                .withData("brokerReached", relay.reached())
                .status(parked == 0 && failing.isEmpty() && relay.reached())
                .build();
    }
}
