package dev.interlude.planner.window;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a window's stream. */
public sealed interface Window {

    /** There is no such window. */
    record NotPlanned() implements Window {}

    /**
     * A window that was planned, wherever it is in its life.
     *
     * @param provider what the provider said last; null for work of ours, and before they did
     */
    record Known(
            Plan plan,
            State state,
            Crew crew,
            Promise promise,
            Course course,
            Safeguards safeguards,
            @Nullable ProviderNotice provider)
            implements Window {

        Known with(Plan plan) {
            return new Known(plan, state, crew, promise, course, safeguards, provider);
        }

        Known with(State state) {
            return new Known(plan, state, crew, promise, course, safeguards, provider);
        }

        Known with(Crew crew) {
            return new Known(plan, state, crew, promise, course, safeguards, provider);
        }

        Known with(Promise promise) {
            return new Known(plan, state, crew, promise, course, safeguards, provider);
        }

        Known with(Course course) {
            return new Known(plan, state, crew, promise, course, safeguards, provider);
        }

        Known with(Safeguards safeguards) {
            return new Known(plan, state, crew, promise, course, safeguards, provider);
        }

        Known with(ProviderNotice provider) {
            return new Known(plan, state, crew, promise, course, safeguards, provider);
        }

        /** What is noticed of each component now: the plan, unless it was changed since. */
        public List<ComponentImpact> presentImpacts() {
            var now = new LinkedHashMap<String, ComponentImpact>();
            plan.components().forEach(c -> now.put(c.id(), c));
            now.putAll(course.present());
            return List.copyOf(now.values());
        }

        /** True when the present end has passed and the work is not over. */
        public boolean overrun() {
            return promise.overrun() && !state.ended();
        }
    }
}
