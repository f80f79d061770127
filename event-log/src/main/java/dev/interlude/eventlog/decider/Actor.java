package dev.interlude.eventlog.decider;

/**
 * Who did something, as it stands in the log and in the {@code ce_actor} header: {@code
 * person:<id>}, {@code machine:<id>}, {@code reaction:<name>} or {@code timer:<name>}. Ids are
 * opaque; names of people are never part of it.
 */
public record Actor(Kind kind, String id) {

    /** The four that act. */
    public enum Kind {
        PERSON,
        MACHINE,
        REACTION,
        TIMER
    }

    /** A human being, by opaque id. */
    public static Actor person(String id) {
        return new Actor(Kind.PERSON, id);
    }

    /** A machine token, by opaque id. */
    public static Actor machine(String id) {
        return new Actor(Kind.MACHINE, id);
    }

    /** A reaction, by its stable name. */
    public static Actor reaction(String name) {
        return new Actor(Kind.REACTION, name);
    }

    /** A timer, by the name of its row. */
    public static Actor timer(String name) {
        return new Actor(Kind.TIMER, name);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is none of the four forms
     */
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("not an actor: " + text);
        }
        String id = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "person" -> person(id);
            case "machine" -> machine(id);
            case "reaction" -> reaction(id);
            case "timer" -> timer(id);
            default -> throw new IllegalArgumentException("not an actor: " + text);
        };
    }

    /** True for a human being: only they confirm, clear, review and approve. */
    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    /** True when the act was asked for from outside (a person or a machine token). */
    public boolean commands() {
        return kind == Kind.PERSON || kind == Kind.MACHINE;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case PERSON -> "person:" + id;
            case MACHINE -> "machine:" + id;
            case REACTION -> "reaction:" + id;
            case TIMER -> "timer:" + id;
        };
    }
}
