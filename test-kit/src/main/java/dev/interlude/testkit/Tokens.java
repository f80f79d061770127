package dev.interlude.testkit;

import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.identity.PersonIds;
import dev.interlude.local.LocalToken;
import dev.interlude.local.People;
import dev.interlude.local.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens of the people of a local run, signed with the key that the services trust. */
public final class Tokens {

    /** The people key of every test: {@code INTERLUDE_PEOPLE_KEY} is its base64. */
    public static final byte[] PEOPLE_KEY =
            "interlude-test-people-key-000000".getBytes(StandardCharsets.US_ASCII);

    private static final String KEY_PROPERTY = "testkit.signing-key";

    private Tokens() {}

    /** Planner and operator of team platform. */
    public static String ana() {
        return signed(People.of("ana"));
    }

    /** Operator of team platform. */
    public static String ben() {
        return signed(People.of("ben"));
    }

    /** Liaison of team platform. */
    public static String carla() {
        return signed(People.of("carla"));
    }

    /** Auditor. */
    public static String otto() {
        return signed(People.of("otto"));
    }

    /** Admin. */
    public static String root() {
        return signed(People.of("root"));
    }

    /** Somebody else of team platform. */
    public static String person(String subject, String... roles) {
        return signed(LocalToken.person(subject, roles));
    }

    /** A machine of team platform. */
    public static String machine(String subject, String... roles) {
        return signed(LocalToken.machine(subject, roles));
    }

    /** What one service shows another: role {@code service}. */
    public static String service(String service) {
        return signed(LocalToken.service(service));
    }

    /** Any token, rightly signed; start from {@link LocalToken#person}. */
    public static String signed(LocalToken token) {
        return token.signedWith(key());
    }

    /** Rightly signed, but a minute too old. */
    public static String expired(LocalToken token) {
        Instant twoHoursAgo = Instant.now().minus(Duration.ofHours(2));
        return signed(token.at(twoHoursAgo).lasting(Duration.ofMinutes(119)));
    }

    /** Signed with a key that nobody trusts. */
    public static String foreign(LocalToken token) {
        return token.signedWith(SigningKey.generate());
    }

    /** Not signed: {@code alg=none}. */
    public static String unsigned(LocalToken token) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}")
                + "."
                + encoded(token.claims().toJson())
                + ".";
    }

    /** Signed by HS256 with the public key as the secret: the classic confusion. */
    public static String confused(LocalToken token) {
        String head =
                encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
                        + "."
                        + encoded(token.claims().toJson());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key().open()), "HmacSHA256"));
            byte[] signature = mac.doFinal(head.getBytes(StandardCharsets.US_ASCII));
            return head + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    /** The opaque id of a person of the local issuer, as it stands in events. */
    public static String idOf(String subject) {
        return new PersonIds(PEOPLE_KEY).person(LocalToken.ISSUER, subject);
    }

    /** That person as an actor. */
    public static Actor actor(String subject) {
        return Actor.person(idOf(subject));
    }

    /** The key that services under test trust. */
    public static SigningKey key() {
        // one key per process: tests and the code that starts services live in different class
        // loaders, and only system properties are seen by both
        synchronized (KEY_PROPERTY.intern()) {
            String known = System.getProperty(KEY_PROPERTY);
            if (known != null) {
                return SigningKey.parse(known);
            }
            SigningKey made = SigningKey.generate();
            System.setProperty(KEY_PROPERTY, made.secret());
            return made;
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
