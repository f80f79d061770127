package dev.interlude.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one origin before the four services. It passes on what it gets, streams unbuffered. */
final class FrontDoor implements AutoCloseable {

    private static final int CONNECTIONS_PER_SERVICE = 4096;
    private static final String TARGET = "target";

    private final Vertx vertx;

    private FrontDoor(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Opens it; returns when it listens. */
    static FrontDoor open(PortPlan ports) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        HttpProxy proxy =
                HttpProxy.reverseProxy(
                                vertx.createHttpClient(
                                        new HttpClientOptions()
                                                .setMaxPoolSize(CONNECTIONS_PER_SERVICE)
                                                .setConnectTimeout(2000)
                                                .setKeepAliveTimeout(30)))
                        .origin(OriginRequestProvider.selector(context -> origin(context, ports)))
                        .addInterceptor(new Passing());
        var door = new FrontDoor(vertx);
        await(
                vertx.createHttpServer(
                                new HttpServerOptions()
                                        .setHost("localhost")
                                        .setPort(ports.frontDoor())
                                        // over HTTP/2 a body may come without a length, which the
                                        // way on to the services does not take
                                        .setHttp2ClearTextEnabled(false)
                                        .setMaxHeaderSize(16384))
                        .requestHandler(request -> handle(request, proxy))
                        .listen());
        return door;
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static void handle(HttpServerRequest request, HttpProxy proxy) {
        String path = request.path();
        if (path == null || Routes.of(path) == null) {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(problem(404, "not-found", "Not found", "Nothing lives here."));
            return;
        }
        proxy.handle(request);
    }

    private static Future<SocketAddress> origin(ProxyContext context, PortPlan ports) {
        Routes.Target target = context.get(TARGET, Routes.Target.class);
        return Future.succeededFuture(
                SocketAddress.inetSocketAddress(
                        ports.address(target.service()).getPort(), "localhost"));
    }

    private static Buffer problem(int status, String code, String title, String detail) {
        return new JsonObject()
                .put("type", "/problems/" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("code", code)
                .toBuffer();
    }

    private static <T> T await(Future<T> work) {
        try {
            return work.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new LocalFailure("the front door: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new LocalFailure("the front door takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("interrupted at the front door", e);
        }
    }

    /** Says who asked, sends it where it belongs, and answers for a service that is away. */
    private static final class Passing implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            HttpServerRequest from = request.proxiedRequest();
            Routes.Target target = Routes.of(from.path());
            if (target == null) {
                return Future.failedFuture("no such path");
            }
            context.set(TARGET, target);
            if (!target.path().equals(from.path())) {
                String query = from.query();
                request.setURI(target.path() + (query == null ? "" : "?" + query));
            }
            // the services see the address that people use, so that their links lead back here
            request.setAuthority(from.authority());
            // what the caller says of itself is not believed: nobody stands before this door
            request.headers().remove("Forwarded");
            request.headers().set("X-Forwarded-For", from.remoteAddress().hostAddress());
            request.headers().set("X-Forwarded-Proto", "http");
            request.headers().set("X-Forwarded-Host", from.authority().toString());
            return context.sendRequest().recover(failure -> away(request, target.service()));
        }

        private static Future<ProxyResponse> away(ProxyRequest request, String service) {
            Buffer body =
                    problem(
                            502,
                            "service-away",
                            "Service away",
                            "The " + service + " does not answer at the moment.");
            return Future.succeededFuture(
                    request.release()
                            .response()
                            .setStatusCode(502)
                            .putHeader("Content-Type", "application/problem+json")
                            .putHeader("Retry-After", "1")
                            .setBody(Body.body(body)));
        }
    }
}
