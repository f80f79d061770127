package dev.interlude.faults.history;

import java.util.List;
import java.util.UUID;

/** What a client was told about something it had asked for. */
public sealed interface Answer {

    /** It is stored, as these events; answered again with the same key it must be the same. */
    record Acknowledged(List<Place> events) implements Answer {
        public Acknowledged {
            events = List.copyOf(events);
        }
    }

    /** It is not stored, and this answer promises that. */
    record Refused(String code) implements Answer {}

    /** No answer, or one that promises nothing: it is stored or it is not. */
    record Unknown(String why) implements Answer {}

    /** Where an event is. */
    record Place(String stream, long sequence, UUID id) {}
}
