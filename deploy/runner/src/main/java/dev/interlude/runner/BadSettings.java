package dev.interlude.runner;

/** The configuration can't be used; the message is one readable line. */
final class BadSettings extends Exception {

    private static final long serialVersionUID = 1L;

    BadSettings(String message) {
        super(message);
    }
}
