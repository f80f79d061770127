/** The shared looks of all pages: layout, style sheet, icons, the small script for live pages. */
@NullMarked
package dev.interlude.web;

import org.jspecify.annotations.NullMarked;
