package dev.interlude.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Infra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class OpenApiIT {

    private static final Path COMMITTED = Path.of("src", "main", "openapi", "openapi.yaml");

    /** On purpose: review the difference, then {@code mvn … -Dopenapi.write=true}. */
    @Test
    void the_interface_is_the_one_that_was_reviewed() throws IOException {
        String served = RestAssured.get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }
        assertThat(served).isEqualTo(Files.readString(COMMITTED));
        assertThat(served).startsWith("---\nopenapi: 3.1.0\n").contains("operationId: statusPage");
    }
}
