package dev.interlude.story;

/** The story can't go on: something answered otherwise than it says. */
public final class StoryFailed extends RuntimeException {
    StoryFailed(String message) {
        super(message);
    }

    StoryFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
