package dev.interlude.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection of a {@link Load}: a request out, its answer in. */
final class Client implements AutoCloseable {

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final byte[] CREATED = ascii("HTTP/1.1 201");
    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final byte[] LENGTH = ascii("content-length: ");

    private final SocketChannel channel;
    private final Supplier<byte[]> requests;
    private final Latencies latencies;
    private final Consumer<Client> whenAnswered;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(LARGEST_ANSWER);
    private final byte[] bytes = new byte[LARGEST_ANSWER];
    private long sentAt;

    private Client(
            SocketChannel channel,
            Supplier<byte[]> requests,
            Latencies latencies,
            Consumer<Client> whenAnswered) {
        this.channel = channel;
        this.requests = requests;
        this.latencies = latencies;
        this.whenAnswered = whenAnswered;
    }

    static Client open(
            InetSocketAddress address,
            Supplier<byte[]> requests,
            Selector selector,
            Latencies latencies,
            Consumer<Client> whenAnswered)
            throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var client = new Client(channel, requests, latencies, whenAnswered);
        channel.register(selector, SelectionKey.OP_READ, client);
        return client;
    }

    void send() {
        ByteBuffer request = ByteBuffer.wrap(requests.get());
        sentAt = System.nanoTime();
        try {
            // a request is far smaller than the socket's buffer, which is empty
            while (request.hasRemaining()) {
                channel.write(request);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what came; when the answer is whole, counts it and asks what comes next. */
    void read() {
        try {
            if (channel.read(answer) < 0) {
                throw new BenchmarkFailed("the service closed a connection", null);
            }
            int length = answer.position();
            answer.get(0, bytes, 0, length);
            if (isWhole(length)) {
                latencies.add(System.nanoTime() - sentAt);
                if (!startsWith(CREATED, 0)) {
                    throw new BenchmarkFailed("the service answered:\n" + text(length), null);
                }
                answer.clear();
                whenAnswered.accept(this);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isWhole(int length) {
        int body = after(END_OF_HEAD, 0, length);
        if (body < 0) {
            return false;
        }
        int at = after(LENGTH, 0, body);
        if (at < 0) {
            throw new BenchmarkFailed("an answer without a length:\n" + text(length), null);
        }
        int content = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            content = content * 10 + (bytes[at++] - '0');
        }
        return length >= body + content;
    }

    /** The index behind the first such bytes, or -1. */
    private int after(byte[] wanted, int from, int to) {
        for (int i = from; i <= to - wanted.length; i++) {
            if (startsWith(wanted, i)) {
                return i + wanted.length;
            }
        }
        return -1;
    }

    private boolean startsWith(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private String text(int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
