package dev.interlude.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between two processes that can be cut: every connection breaks, and none is made. */
final class Wire implements AutoCloseable {

    private final int to;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Wire(int to) throws IOException {
        this.to = to;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void cut() throws IOException {
        cut = true;
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            acceptOne();
        }
    }

    private void acceptOne() {
        try {
            Socket from = listening.accept();
            if (cut) {
                from.close();
            } else {
                join(from, new Socket(InetAddress.getLoopbackAddress(), to));
            }
        } catch (IOException e) {
            // closed, or the other end is: whoever called finds out
            return;
        }
    }

    private void join(Socket from, Socket there) {
        open.add(from);
        open.add(there);
        Thread.ofVirtual().start(() -> pass(from, there));
        Thread.ofVirtual().start(() -> pass(there, from));
    }

    private static void pass(Socket from, Socket there) {
        try (from;
                there) {
            InputStream in = from.getInputStream();
            OutputStream out = there.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // one of them has gone, and so the other goes
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
