package dev.interlude.tally;

import static dev.interlude.tally.CommandPathIT.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.personal.PersonKeys;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infra.class)
class ErasureIT {

    private final String canary = "Canary " + UUID.randomUUID();
    private final String person = "p_" + UUID.randomUUID();
    private final String id = UUID.randomUUID().toString();

    @Inject Pool pool;

    @Inject PersonKeys keys;

    @Inject CommandHandler<Secret.Confide, Secret.SecretEvent, Secret> secrets;

    @Test
    void what_is_sealed_is_read_at_the_edge_and_found_in_no_table() {
        confide(person, canary);
        as(Tokens.ana()).get("/api/v1/secrets/" + id).then().body("names", contains(canary));
        String hex = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
        String base64 =
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(canary.getBytes(StandardCharsets.UTF_8));
        List<String> tables =
                Rows.of(
                        pool,
                        "select schemaname || '.' || relname from pg_stat_user_tables order by 1");
        assertThat(tables).contains("public.log", "public.idempotency", "public.person_key");
        for (String table : tables) {
            assertThat(
                            Rows.of(
                                    pool,
                                    "select t::text from "
                                            + table
                                            + " t where t::text ilike any (array['%"
                                            + canary
                                            + "%', '%"
                                            + hex
                                            + "%', '%"
                                            + base64
                                            + "%'])"))
                    .as(table)
                    .isEmpty();
        }
        assertThat(data()).hasSize(1);
    }

    @Test
    void the_search_for_the_canary_can_find_one() {
        String hex = HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
        confide(person, canary);
        assertThat(Rows.of(pool, "select 1 from log t where t::text ilike '%" + hex + "%'"))
                .hasSize(1);
    }

    @Test
    void an_erased_person_is_noise_and_the_log_goes_on_unchanged() {
        confide(person, canary);
        String other = "p_" + UUID.randomUUID();
        confide(other, "somebody else");
        List<String> before = data();
        assertThat(as(Tokens.root()).delete("/api/v1/secrets/persons/" + person).asString())
                .isEqualTo("true");
        as(Tokens.ana())
                .get("/api/v1/secrets/" + id)
                .then()
                .statusCode(200)
                .body("names", contains("(erased)", "somebody else"));
        assertThat(data()).isEqualTo(before);
        confide(other, "and again");
        as(Tokens.ana())
                .get("/api/v1/secrets/" + id)
                .then()
                .body("names", contains("(erased)", "somebody else", "and again"));
        assertThat(as(Tokens.root()).delete("/api/v1/secrets/persons/" + person).asString())
                .isEqualTo("false");
    }

    @Test
    void with_the_secret_and_the_log_nobody_can_read_what_was_erased() throws Exception {
        confide(person, canary);
        confide("p_" + UUID.randomUUID(), "somebody else");
        var sealed = secrets.fold(id).await().atMost(Patience.MOST).state().names().getFirst();
        assertThat(keysThatOpen(sealed.nonce(), sealed.text(), sealed.key())).isEqualTo(1);
        keys.erase(person).await().atMost(Patience.MOST);
        assertThat(keysThatOpen(sealed.nonce(), sealed.text(), sealed.key())).isZero();
        assertThat(keys.open(sealed).await().atMost(Patience.MOST)).isEmpty();
    }

    @Test
    void who_comes_back_after_an_erasure_gets_a_key_of_their_own() {
        confide(person, canary);
        keys.erase(person).await().atMost(Patience.MOST);
        confide(person, "new");
        as(Tokens.ana())
                .get("/api/v1/secrets/" + id)
                .then()
                .body("names", contains("(erased)", "new"));
    }

    @Test
    void a_private_stream_is_not_published() {
        confide(person, canary);
        assertThat(
                        as(Tokens.service("test"))
                                .get("/api/v1/published?after=0&limit=1000&subject=secret-" + id)
                                .asString()
                                .lines())
                .hasSize(1);
    }

    /** How many of all keys in the database, unwrapped with the deployment's secret, open it. */
    private int keysThatOpen(String nonce, String text, String about) throws Exception {
        byte[] secret =
                Base64.getDecoder()
                        .decode(
                                ConfigProvider.getConfig()
                                        .getValue("interlude.personal.key", String.class));
        int opening = 0;
        for (String row :
                Rows.of(pool, "select id || ' ' || encode(wrapped, 'base64') from person_key")) {
            String[] parts = row.split(" ", 2);
            byte[] wrapped = Base64.getMimeDecoder().decode(parts[1]);
            byte[] key =
                    open(
                            secret,
                            Arrays.copyOf(wrapped, 12),
                            Arrays.copyOfRange(wrapped, 12, wrapped.length),
                            parts[0]);
            try {
                open(
                        key,
                        Base64.getDecoder().decode(nonce),
                        Base64.getDecoder().decode(text),
                        about);
                opening++;
            } catch (AEADBadTagException e) {
                // another person's
            }
        }
        return opening;
    }

    private static byte[] open(byte[] key, byte[] nonce, byte[] sealed, String about)
            throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.US_ASCII));
        return cipher.doFinal(sealed);
    }

    private void confide(String who, String name) {
        as(Tokens.ana())
                .body(Map.of("person", who, "name", name))
                .post("/api/v1/secrets/" + id)
                .then()
                .statusCode(equalTo(200));
    }

    private List<String> data() {
        return Rows.of(
                pool,
                "select encode(data, 'hex') from log where stream = 'secret-"
                        + id
                        + "' order by sequence");
    }
}
