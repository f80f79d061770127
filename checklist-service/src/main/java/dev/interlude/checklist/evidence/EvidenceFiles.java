package dev.interlude.checklist.evidence;

import dev.interlude.eventlog.Db;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Files as rows; the same content is kept once. */
@ApplicationScoped
public class EvidenceFiles {

    private final Db db;

    EvidenceFiles(Db db) {
        this.db = db;
    }

    /** Keeps the bytes, before any event names them: an event never names what isn't there. */
    public Uni<Void> keep(String sha256, byte[] content) {
        return db.tx(session ->
                session.createNativeQuery(
                                "insert into evidence_file (sha256, content) values (:sha256,"
                                        + " :content) on conflict do nothing")
                        .setParameter("sha256", sha256)
                        .setParameter("content", content)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** The bytes; null when there are none with that digest. */
    public Uni<byte @Nullable []> find(String sha256) {
        return db.tx(session ->
                session.find(EvidenceFile.class, sha256)
                        .map(file -> file == null ? null : file.content));
    }

    /** SHA-256, hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
