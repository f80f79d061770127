package dev.interlude.eventlog.personal;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals texts about persons before they enter a command, opens them at the edge, and erases a
 * person: their key is deleted, and what was sealed with it is noise from then on, in the log, in
 * copies of it and in rows made from it. Nothing is kept in memory, so an erasure holds in every
 * replica at once. For services that set {@code interlude.personal.seals}.
 */
@ApplicationScoped
public class PersonKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;
    private final Wrapping wrapping;

    PersonKeys(Pool pool, Wrapping wrapping) {
        this.pool = pool;
        this.wrapping = wrapping;
    }

    private record Key(UUID id, byte[] bytes) {}

    /** Without the right secret, the service doesn't start. */
    void check(@Observes @Priority(2) StartupEvent event) {
        if (!wrapping.isUsed()) {
            return;
        }
        wrapping.secret();
        pool.query("select id, wrapped from person_key limit 1")
                .execute()
                .await()
                .atMost(PATIENCE)
                .forEach(this::key);
    }

    /**
     * Seals a text with the person's key, which is made when there is none.
     *
     * @param person an opaque id, kept beside the key until it is erased
     */
    public Uni<SealedText> seal(String person, String text) {
        return keyOf(person).map(key -> sealed(key, text));
    }

    /** The text; empty when its person has been erased. */
    public Uni<Optional<String>> open(SealedText sealed) {
        return openAll(List.of(sealed)).map(texts -> Optional.ofNullable(texts.get(sealed)));
    }

    /** The texts, those of erased persons left out. */
    public Uni<Map<SealedText, String>> openAll(Collection<SealedText> sealed) {
        UUID[] ids =
                sealed.stream().map(s -> UUID.fromString(s.key())).distinct().toArray(UUID[]::new);
        return pool.preparedQuery("select id, wrapped from person_key where id = any($1)")
                .execute(Tuple.of(ids))
                .map(rows -> {
                    Map<String, Key> keys = new HashMap<>();
                    rows.forEach(row -> keys.put(row.getUUID(0).toString(), key(row)));
                    Map<SealedText, String> texts = new HashMap<>();
                    for (SealedText one : sealed) {
                        Key key = keys.get(one.key());
                        if (key != null) {
                            texts.put(one, opened(key, one));
                        }
                    }
                    return texts;
                });
    }

    /** Erases a person; true when there was something to erase. */
    public Uni<Boolean> erase(String person) {
        return pool.preparedQuery("delete from person_key where person = $1")
                .execute(Tuple.of(person))
                .map(gone -> gone.rowCount() > 0);
    }

    private Uni<Key> keyOf(String person) {
        return find(person)
                .chain(found ->
                        found != null
                                ? Uni.createFrom().item(found)
                                : make(person).chain(() -> find(person)))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("erased while a text was sealed"))
                .map(key -> key);
    }

    private Uni<@Nullable Key> find(String person) {
        return pool.preparedQuery("select id, wrapped from person_key where person = $1")
                .execute(Tuple.of(person))
                .map((RowSet<Row> rows) -> rows.size() == 0 ? null : key(rows.iterator().next()));
    }

    /** Of two who make one at once, the first wins. */
    private Uni<Void> make(String person) {
        UUID id = UUID.randomUUID();
        byte[] wrapped = wrapping.wrap(id, Aes.random(Aes.KEY_BYTES));
        return pool.preparedQuery(
                        "insert into person_key (id, person, wrapped) values ($1, $2, $3) on"
                                + " conflict do nothing")
                .execute(Tuple.of(id, person, Buffer.buffer(wrapped)))
                .replaceWithVoid();
    }

    private Key key(Row row) {
        UUID id = row.getUUID(0);
        byte[] key = wrapping.unwrap(id, row.getBuffer(1).getBytes());
        if (key == null) {
            throw new ConfigurationException(
                    "interlude.personal.key is not the secret that the keys of persons in this"
                            + " database were wrapped with");
        }
        return new Key(id, key);
    }

    private static SealedText sealed(Key key, String text) {
        byte[] all =
                Aes.seal(
                        key.bytes(),
                        text.getBytes(StandardCharsets.UTF_8),
                        Wrapping.about(key.id()));
        var base64 = Base64.getEncoder();
        return new SealedText(
                key.id().toString(),
                base64.encodeToString(Arrays.copyOf(all, Aes.NONCE_BYTES)),
                base64.encodeToString(Arrays.copyOfRange(all, Aes.NONCE_BYTES, all.length)));
    }

    private static String opened(Key key, SealedText sealed) {
        var base64 = Base64.getDecoder();
        byte[] nonce = base64.decode(sealed.nonce());
        byte[] rest = base64.decode(sealed.text());
        byte[] all = Arrays.copyOf(nonce, nonce.length + rest.length);
        System.arraycopy(rest, 0, all, nonce.length, rest.length);
        byte[] text = Aes.open(key.bytes(), all, Wrapping.about(key.id()));
        if (text == null) {
            throw new IllegalStateException("a sealed text was changed, key " + sealed.key());
        }
        return new String(text, StandardCharsets.UTF_8);
    }
}
