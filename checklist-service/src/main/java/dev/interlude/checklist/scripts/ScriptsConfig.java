package dev.interlude.checklist.scripts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runners are waited for. */
@ConfigMapping(prefix = "interlude.scripts")
public interface ScriptsConfig {

    /** After how long without a sign of life a runner's script is given up. */
    @WithDefault("PT1M")
    Duration lease();

    /** How long a runner that asks for work is kept waiting at most. */
    @WithDefault("PT20S")
    Duration patience();

    /** How often a runner is to say that it is alive. */
    default Duration heartbeat() {
        return lease().dividedBy(6);
    }
}
