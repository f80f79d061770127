package dev.interlude.local;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The main class of every child JVM: it runs the one that its first argument names, and ends when
 * its standard input does. The parent holds the other end of that pipe, so a child can't outlive
 * it, however the parent ends.
 */
public final class Guarded {

    private static final long PATIENCE_MILLIS = 10_000;

    private Guarded() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        daemon("parent-watch", Guarded::watch);
        Method main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            e.printStackTrace(System.err);
            System.exit(1);
        }
    }

    private static void watch() {
        awaitEndOfInput();
        daemon("parent-watch-hard", Guarded::haltSoon);
        System.exit(143);
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever written: only the end counts
            }
        } catch (IOException e) {
            // a broken pipe is an end as well
        }
    }

    private static void haltSoon() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(137);
    }

    private static void daemon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
