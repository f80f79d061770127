package dev.interlude.planner;

import dev.interlude.testkit.Patience;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Calls of one person. */
record Rest(String token, Map<String, String> headers) {

    static Rest as(String token) {
        return new Rest(token, Map.of());
    }

    Rest with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Rest(token, more);
    }

    ValidatableResponse get(String path, Object... parameters) {
        return answer(request -> request.get(path, parameters));
    }

    ValidatableResponse post(String path, Object... parameters) {
        return answer(request -> request.post(path, parameters));
    }

    ValidatableResponse send(Object body, String path, Object... parameters) {
        return answer(
                request -> request.contentType(ContentType.JSON).body(body).post(path, parameters));
    }

    ValidatableResponse csv(String body, String path) {
        return answer(
                request -> request.contentType("text/csv; charset=utf-8").body(body).put(path));
    }

    ValidatableResponse patch(Object body, String path, Object... parameters) {
        return answer(request ->
                request.contentType(ContentType.JSON).body(body).patch(path, parameters));
    }

    /** Whatever method; without a body when there is none. */
    ValidatableResponse ask(String method, @Nullable Object body, String path) {
        return answer(request ->
                (body == null ? request : request.contentType(ContentType.JSON).body(body))
                        .request(method, path));
    }

    /** As it is written, whatever it says of itself. */
    ValidatableResponse raw(String method, String type, String body, String path) {
        return answer(request -> request.contentType(type).body(body).request(method, path));
    }

    /** Asks until the answer satisfies this. */
    void await(String path, java.util.function.Consumer<ValidatableResponse> claims) {
        Awaitility.await().atMost(Patience.MOST).untilAsserted(() -> claims.accept(get(path)));
    }

    /** Whoever is told to come again, for an event is not seen yet, does so as any client would. */
    private ValidatableResponse answer(Function<RequestSpecification, Response> call) {
        return headers.containsKey("Interlude-After")
                ? Awaitility.await()
                        .pollDelay(Duration.ZERO)
                        .atMost(Patience.MOST)
                        .until(() -> call.apply(request()), answer -> !notYetSeen(answer))
                        .then()
                : call.apply(request()).then();
    }

    private static boolean notYetSeen(Response answer) {
        return answer.statusCode() == 503 && "not-yet-seen".equals(answer.path("code"));
    }

    private RequestSpecification request() {
        return RestAssured.given().auth().oauth2(token).headers(headers);
    }
}
