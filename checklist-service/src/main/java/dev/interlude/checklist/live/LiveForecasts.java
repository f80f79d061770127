package dev.interlude.checklist.live;

import dev.interlude.checklist.forecast.Outlook;
import dev.interlude.eventlog.LogJson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who looks at a run just now, to be told its forecast as it is. Nothing of this is kept: a
 * listener who misses one has the next ten seconds later.
 */
@ApplicationScoped
public class LiveForecasts {

    private static final String NAME = "forecast";

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    private record Listener(
            String windowId, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {}

    /** The forecasts of a window from now on; without an id, as there is nothing to resume. */
    public Multi<OutboundSseEvent> of(String windowId, Sse sse) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            var listener = new Listener(windowId, sse, emitter);
                            emitter.onTermination(() -> listeners.remove(listener));
                            listeners.add(listener);
                        },
                        BackPressureStrategy.DROP);
    }

    void tell(String windowId, Outlook outlook) {
        String data = new String(LogJson.write(outlook), StandardCharsets.UTF_8);
        for (Listener listener : listeners) {
            if (listener.windowId().equals(windowId)) {
                listener.emitter()
                        .emit(listener.sse().newEventBuilder().name(NAME).data(data).build());
            }
        }
    }
}
