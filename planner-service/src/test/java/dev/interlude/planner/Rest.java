package dev.interlude.planner;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
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
        return request().get(path, parameters).then();
    }

    ValidatableResponse post(String path, Object... parameters) {
        return request().post(path, parameters).then();
    }

    ValidatableResponse send(Object body, String path, Object... parameters) {
        return request().contentType(ContentType.JSON).body(body).post(path, parameters).then();
    }

    ValidatableResponse csv(String body, String path) {
        return request().contentType("text/csv; charset=utf-8").body(body).put(path).then();
    }

    ValidatableResponse patch(Object body, String path, Object... parameters) {
        return request().contentType(ContentType.JSON).body(body).patch(path, parameters).then();
    }

    /** Whatever method; without a body when there is none. */
    ValidatableResponse ask(String method, @Nullable Object body, String path) {
        var request = body == null ? request() : request().contentType(ContentType.JSON).body(body);
        return request.request(method, path).then();
    }

    /** As it is written, whatever it says of itself. */
    ValidatableResponse raw(String method, String type, String body, String path) {
        return request().contentType(type).body(body).request(method, path).then();
    }

    /** Asks until the answer satisfies this. */
    void await(String path, java.util.function.Consumer<ValidatableResponse> claims) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> claims.accept(get(path)));
    }

    private RequestSpecification request() {
        return RestAssured.given().auth().oauth2(token).headers(headers);
    }
}
