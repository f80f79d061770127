package dev.interlude.runner;

import dev.interlude.runner.Service.Answer;
import java.io.IOException;
import java.util.Arrays;

/** Tells the service of a run that is over, until it knows; the spool remembers meanwhile. */
final class Delivery {

    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LAST_WAIT_MILLIS = 10_000;

    private final Service service;
    private final Spool spool;

    Delivery(Service service, Spool spool) {
        this.service = service;
        this.spool = spool;
    }

    /** Returns when the service has it, or will never take it. */
    void deliver(String run, byte[] output, byte[] result) throws InterruptedException {
        long wait = FIRST_WAIT_MILLIS;
        while (!delivered(run, output, result)) {
            Thread.sleep(wait);
            wait = Math.min(LAST_WAIT_MILLIS, wait * 2);
        }
        try {
            spool.forget(run);
        } catch (IOException e) {
            Say.line(
                    "run %s can't be removed from the spool: %s",
                    run, String.valueOf(e.getMessage()));
        }
    }

    private boolean delivered(String run, byte[] output, byte[] result)
            throws InterruptedException {
        try {
            upload(run, output, 0);
            Answer answer = service.result(run, result);
            if (answer.ok()) {
                boolean effective = Boolean.TRUE.equals(answer.json().get("effective"));
                Say.line("run %s: told%s", run, effective ? "" : ", after it had been given up");
                return true;
            }
            return refused(run, answer);
        } catch (IOException e) {
            return false;
        }
    }

    /** What will not be otherwise the next time is not tried again. */
    private static boolean refused(String run, Answer answer) {
        boolean never =
                answer.status() >= 400
                        && answer.status() < 500
                        && answer.status() != 401
                        && answer.status() != 403
                        && answer.status() != 408
                        && answer.status() != 429;
        if (never) {
            Say.line("run %s: its result was refused with %d", run, answer.status());
        }
        return never;
    }

    /** Sends what is kept of the output from there on; how far the service has it then. */
    int upload(String run, byte[] output, int sent) throws IOException, InterruptedException {
        if (sent >= output.length) {
            return sent;
        }
        Answer answer = service.output(run, sent, Arrays.copyOfRange(output, sent, output.length));
        if (answer.ok()) {
            return answer.json().get("length") instanceof Number n ? n.intValue() : output.length;
        }
        if (answer.status() == 409 && answer.json().get("length") instanceof Number n) {
            int has = n.intValue();
            // it has lost what came before, or has more than this runner knows of
            return has < sent ? upload(run, output, has) : has;
        }
        if (answer.status() >= 500) {
            throw new IOException("output was answered with " + answer.status());
        }
        return sent;
    }
}
