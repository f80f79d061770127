package dev.interlude.checklist;

import java.util.regex.Pattern;

/** Ids in paths and bodies: what is no UUID names nothing, and is not asked of the database. */
public final class Uuids {

    private static final Pattern WRITTEN =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Uuids() {}

    /** Whether it is written as one, in lower case. */
    public static boolean isOne(String text) {
        return WRITTEN.matcher(text).matches();
    }
}
