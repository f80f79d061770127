/** The public calendar (iCalendar, RFC 5545). */
@NullMarked
package dev.interlude.notifier.view.calendar;

import org.jspecify.annotations.NullMarked;
