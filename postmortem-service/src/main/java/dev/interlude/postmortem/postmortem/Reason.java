package dev.interlude.postmortem.postmortem;

import java.util.UUID;

/**
 * One reason why a post-mortem is due.
 *
 * @param code stable slug: {@code overrun}, {@code rollback}, {@code failed}, {@code partial},
 *     {@code step-failed}, {@code verify-rejected}, {@code override}, {@code break-glass}, {@code
 *     extended-twice}, {@code extended-late}
 * @param eventId the event that shows it
 * @param text one English sentence for staff
 */
public record Reason(String code, UUID eventId, String text) {}
