package dev.interlude.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Which ports of the loopback are free. */
public final class Ports {

    private Ports() {}

    /** True when nobody listens there. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // a port whose last owner was cut is free, although its connections linger
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** True when somebody listens there. */
    public static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Some free ports, all different; somebody else may still be faster. */
    public static List<Integer> free(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new LocalFailure("no free port", e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /**
     * The first of so many free ports in a row, below those that the system gives to clients: a
     * port that is left for a moment is still free afterwards.
     */
    public static int freeInARow(int count) {
        int start = ThreadLocalRandom.current().nextInt(21_000, 29_000);
        return IntStream.range(start, start + 2_000)
                .filter(first -> IntStream.range(first, first + count).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new LocalFailure("no " + count + " free ports in a row"));
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new LocalFailure("a port could not be released", e);
        }
    }
}
