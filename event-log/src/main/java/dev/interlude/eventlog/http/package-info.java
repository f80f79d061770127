/**
 * The edge that all services share: the circumstances of a call, answers of commands, problem+json
 * (RFC 9457), {@code /api/v1/published}, {@code /api/v1/clock}, {@code /api/v1/me}.
 */
@NullMarked
package dev.interlude.eventlog.http;

import org.jspecify.annotations.NullMarked;
