package dev.interlude.planner.freeze;

import org.jspecify.annotations.Nullable;

/** What happened to a freeze; a revision holds all of it. */
public sealed interface FreezeEvent {

    String freezeId();

    record FreezeDeclared(String freezeId, FreezeTerms terms) implements FreezeEvent {}

    record FreezeRevised(String freezeId, FreezeTerms terms) implements FreezeEvent {}

    /** It holds no longer. */
    record FreezeLifted(String freezeId, @Nullable String reason) implements FreezeEvent {}
}
