package dev.interlude.notifier.notice;

/**
 * A window as the planner's events show it at one of them.
 *
 * @param number {@code M-} and the gapless number of the window
 * @param forThePublic false for windows that only staff are told of, and for rehearsals
 */
public record WindowPicture(
        String windowId, String number, boolean forThePublic, PublicWindow window) {}
