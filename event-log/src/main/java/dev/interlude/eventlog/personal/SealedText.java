package dev.interlude.eventlog.personal;

/**
 * A text that only the holder of a person's key can read, as it lies in event data: {@code
 * {"key":"<uuid>","nonce":"<base64>","text":"<base64>"}}, AES-256-GCM with the key's id as
 * associated data. A member of events, states and rows like any other value; it says nothing about
 * the text but its length.
 *
 * @param key id of the person's key
 * @param nonce 96 bits, base64
 * @param text ciphertext and its 128-bit tag, base64
 */
public record SealedText(String key, String nonce, String text) {}
