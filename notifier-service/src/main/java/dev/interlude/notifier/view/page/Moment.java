package dev.interlude.notifier.view.page;

import dev.interlude.notifier.view.wording.Times;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A time on a page.
 *
 * @param iso RFC 3339 UTC, for machines
 * @param text for people, with its zone
 * @param zone IANA zone of the text
 */
public record Moment(String iso, String text, String zone) {

    static Moment full(Instant at, ZoneId zone) {
        return new Moment(at.toString(), Times.full(at, zone), zone.getId());
    }

    static Moment beside(Instant other, Instant at, ZoneId zone) {
        return new Moment(at.toString(), Times.beside(other, at, zone), zone.getId());
    }
}
