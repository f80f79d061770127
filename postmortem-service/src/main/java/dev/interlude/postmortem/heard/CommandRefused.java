package dev.interlude.postmortem.heard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that the planner or the checklist refused.
 *
 * @param gates closed gates, where the code is {@code gate-closed}
 * @param repeated refusals of the same person, command and code since the last recorded one
 */
public record CommandRefused(
        String command, String code, @Nullable List<String> gates, int repeated) {}
