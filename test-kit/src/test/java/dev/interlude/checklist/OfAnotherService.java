package dev.interlude.checklist;

/** Something that no other service may import. */
public final class OfAnotherService {

    private OfAnotherService() {}

    public static String word() {
        return "";
    }
}
