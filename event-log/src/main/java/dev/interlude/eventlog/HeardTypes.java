package dev.interlude.eventlog;

import java.util.Map;

/**
 * The events of others that a service reads, with the tolerant records it reads them into. A bean;
 * optional. An event of such a type that can't be read as its record is parked: its stream waits,
 * all others go on.
 */
public interface HeardTypes {

    /** Records by full type ({@code dev.interlude.planner.WindowExtended.v1}). */
    Map<String, Class<?>> types();
}
