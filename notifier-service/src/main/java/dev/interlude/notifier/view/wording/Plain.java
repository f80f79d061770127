package dev.interlude.notifier.view.wording;

/** Plain text that every format can carry. */
public final class Plain {

    private Plain() {}

    /**
     * The text without control characters (line feed and tab apart) and without halves of surrogate
     * pairs, which XML 1.0 and iCalendar have no way to write.
     */
    public static String of(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(Plain::writable).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean writable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE -> false;
            default -> (c & 0xfffe) != 0xfffe;
        };
    }
}
