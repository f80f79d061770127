package dev.interlude.checklist.checklist;

import org.jspecify.annotations.Nullable;

/**
 * Evidence for a step: a file that is kept here, or a link.
 *
 * @param id of the attachment, UUIDv7
 * @param name file name, or what the link is called
 * @param mediaType of a file, checked against its content; null for a link
 * @param size of a file in bytes; null for a link
 * @param sha256 of a file's bytes, hexadecimal; null for a link
 * @param link http or https address; null for a file
 */
public record Attachment(
        String id,
        String name,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String link) {}
