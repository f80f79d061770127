package dev.interlude.benchmark;

import org.jspecify.annotations.Nullable;

/** Something a person can act on; its message is all they need to see. */
final class BenchmarkFailed extends RuntimeException {

    BenchmarkFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
