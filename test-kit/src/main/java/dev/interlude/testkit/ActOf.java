package dev.interlude.testkit;

import dev.interlude.eventlog.decider.Act;
import java.lang.reflect.RecordComponent;

/** Finds the circumstances in a command: every command record has one component of that type. */
final class ActOf {

    private ActOf() {}

    static Act command(Object command) {
        RecordComponent[] components = command.getClass().getRecordComponents();
        if (components != null) {
            for (RecordComponent component : components) {
                if (component.getType() == Act.class) {
                    return read(component, command);
                }
            }
        }
        throw new IllegalArgumentException(
                command.getClass().getSimpleName() + " is no record with an Act");
    }

    private static Act read(RecordComponent component, Object command) {
        try {
            component.getAccessor().setAccessible(true);
            return (Act) component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the act of a command can't be read", e);
        }
    }
}
