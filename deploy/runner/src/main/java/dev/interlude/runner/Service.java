package dev.interlude.runner;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checklist service, as the runner calls it. */
final class Service {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGER = Duration.ofSeconds(15);

    private final HttpClient http;
    private final URI runners;
    private final String token;

    Service(Settings settings) {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10));
        URI proxy = settings.proxy();
        if (proxy != null) {
            client.proxy(new Through(proxy, settings.noProxy()));
            if (proxy.getUserInfo() != null) {
                client.authenticator(new ProxyUser(proxy.getUserInfo()));
            }
        }
        this.http = client.build();
        this.runners =
                URI.create(
                        settings.service().toString().replaceAll("/+$", "") + "/api/v1/runners/");
        this.token = settings.token();
    }

    /** An answer; its body is JSON, or empty. */
    record Answer(int status, byte[] body) {

        boolean ok() {
            return status == 200;
        }

        Map<String, Object> json() throws IOException {
            return Json.read(body);
        }
    }

    /** Asks for work and waits for it; 204 when there is none. */
    Answer claim(String id, List<String> scripts, boolean probes, String version)
            throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("claim", id);
        body.put("scripts", scripts);
        body.put("probes", probes);
        body.put("version", version);
        body.put("patience", PATIENCE.toString());
        return post("claims", "application/json", Json.write(body), PATIENCE.plus(LONGER));
    }

    Answer heartbeat(String run) throws IOException, InterruptedException {
        return post("runs/" + run + "/heartbeat", "application/json", new byte[0], LONGER);
    }

    Answer output(String run, int offset, byte[] piece) throws IOException, InterruptedException {
        return post(
                "runs/" + run + "/output?offset=" + offset,
                "application/octet-stream",
                piece,
                LONGER);
    }

    Answer result(String run, byte[] json) throws IOException, InterruptedException {
        return post("runs/" + run + "/result", "application/json", json, LONGER);
    }

    private Answer post(String path, String type, byte[] body, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(runners.resolve(path))
                        .timeout(patience)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.body());
    }

    /** One proxy for all but some hosts. */
    private static final class Through extends ProxySelector {
        private final Proxy proxy;
        private final List<String> direct;

        Through(URI proxy, List<String> direct) {
            this.proxy =
                    new Proxy(
                            Proxy.Type.HTTP,
                            InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort()));
            this.direct = direct;
        }

        @Override
        public List<Proxy> select(URI uri) {
            String host = uri.getHost();
            boolean no =
                    direct.stream()
                            .anyMatch(d ->
                                    d.equals("*")
                                            || host.equals(d)
                                            || host.endsWith(d.startsWith(".") ? d : "." + d));
            return List.of(no ? Proxy.NO_PROXY : proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            Say.line("the proxy can't be reached: %s", String.valueOf(failure.getMessage()));
        }
    }

    private static final class ProxyUser extends Authenticator {
        private final String name;
        private final String password;

        ProxyUser(String userInfo) {
            int colon = userInfo.indexOf(':');
            this.name = colon < 0 ? userInfo : userInfo.substring(0, colon);
            this.password = colon < 0 ? "" : userInfo.substring(colon + 1);
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(name, password.toCharArray())
                    : null;
        }
    }
}
