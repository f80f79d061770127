package dev.interlude.checklist.evidence;

import dev.interlude.eventlog.Db;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files as rows; the same content is kept once. */
@ApplicationScoped
public class EvidenceFiles {

    private static final int AT_ONCE = 50;

    private final Db db;

    EvidenceFiles(Db db) {
        this.db = db;
    }

    /**
     * A file that was kept for a checklist, and not yet known to be named by an event of it.
     *
     * @param sha256 of the file, hexadecimal
     */
    record Claim(String sha256, String windowId) {}

    /**
     * Keeps the bytes, before any event names them: an event never names what isn't there. What is
     * kept already is locked, so that nobody drops it meanwhile.
     */
    public Uni<Void> keep(String windowId, String sha256, byte[] content) {
        return db.tx(session ->
                session.createNativeQuery(
                                "insert into evidence_file (sha256, content) values (:sha256,"
                                        + " :content) on conflict (sha256) do update set"
                                        + " stored_at = now()")
                        .setParameter("sha256", sha256)
                        .setParameter("content", content)
                        .executeUpdate()
                        .chain(() ->
                                session.createNativeQuery(
                                                "insert into evidence_claim (sha256, window_id,"
                                                        + " attached) values (:sha256, :window,"
                                                        + " false) on conflict (sha256, window_id)"
                                                        + " do update set claimed_at = now()")
                                        .setParameter("sha256", sha256)
                                        .setParameter("window", windowId)
                                        .executeUpdate())
                        .replaceWithVoid());
    }

    /** Claims so old that an event would be there, the oldest first. */
    Uni<List<Claim>> unnamed(Duration age) {
        return db.tx(session ->
                session.createNativeQuery(
                                "select sha256, window_id from evidence_claim where not attached"
                                        + " and claimed_at <= now() - make_interval(secs => :age)"
                                        + " order by claimed_at limit "
                                        + AT_ONCE,
                                Object[].class)
                        .setParameter("age", (double) age.toSeconds())
                        .getResultList()
                        .map(rows ->
                                rows.stream()
                                        .map(row -> new Claim((String) row[0], (String) row[1]))
                                        .toList()));
    }

    /** An event names it: it stays. */
    Uni<Void> settle(Claim claim) {
        return db.tx(session ->
                session.createNativeQuery(
                                "update evidence_claim set attached = true where sha256 = :sha256"
                                        + " and window_id = :window")
                        .setParameter("sha256", claim.sha256())
                        .setParameter("window", claim.windowId())
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** No event names it: the claim is given up, and with the last one of a file the file. */
    Uni<Void> giveUp(Claim claim, Duration age) {
        return db.tx(session ->
                // whoever claims the file now waits, and then claims a file that is there
                session.createNativeQuery(
                                "select sha256 from evidence_file where sha256 = :sha256 for"
                                        + " update",
                                String.class)
                        .setParameter("sha256", claim.sha256())
                        .getResultList()
                        .chain(() ->
                                session.createNativeQuery(
                                                "delete from evidence_claim where sha256 = :sha256"
                                                        + " and window_id = :window and not"
                                                        + " attached and claimed_at <= now() -"
                                                        + " make_interval(secs => :age)")
                                        .setParameter("sha256", claim.sha256())
                                        .setParameter("window", claim.windowId())
                                        .setParameter("age", (double) age.toSeconds())
                                        .executeUpdate())
                        .chain(() ->
                                session.createNativeQuery(
                                                "delete from evidence_file where sha256 = :sha256"
                                                        + " and not exists (select 1 from"
                                                        + " evidence_claim c where c.sha256 ="
                                                        + " evidence_file.sha256)")
                                        .setParameter("sha256", claim.sha256())
                                        .executeUpdate())
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
