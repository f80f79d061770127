package dev.interlude.runner;

/** One line for the journal, which adds the time. Never a token, never what a script wrote. */
final class Say {

    private Say() {}

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is of no use to the jar
    static void line(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
