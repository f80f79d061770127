package dev.interlude.planner;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

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
