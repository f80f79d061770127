package dev.interlude.eventlog.health;

import dev.interlude.eventlog.follow.Following;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when what is kept in memory has been folded from the log. */
@Readiness
@ApplicationScoped
class LogReady implements HealthCheck {

    private final Following following;

    LogReady(Following following) {
        this.following = following;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log").status(following.caughtUp()).build();
    }
}
