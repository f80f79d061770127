package dev.interlude.tally;

import dev.interlude.local.Ports;
import dev.interlude.testkit.Infra;
import java.util.HashMap;
import java.util.Map;

/** The planner can be asked for what it published, once a test starts a {@link Peer}. */
public final class InfraWithPeer extends Infra {

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("interlude.peers.planner", "http://localhost:" + Ports.free(1).getFirst());
        return config;
    }
}
