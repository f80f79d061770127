package dev.interlude.checklist.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of files that are kept as evidence, and what each begins with. A file is what its bytes
 * say, not what its sender says.
 */
public enum FileType {
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff"),
    GIF("image/gif", "474946383761", "474946383961"),
    WEBP("image/webp", "52494646"),
    PDF("application/pdf", "255044462d"),
    ZIP("application/zip", "504b0304", "504b0506"),
    GZIP("application/gzip", "1f8b08"),
    TEXT("text/plain"),
    CSV("text/csv");

    private static final int WEBP_MARK = 8;

    private final String mediaType;

    /** Hexadecimal, with commas between them. */
    private final String beginnings;

    FileType(String mediaType, String... beginnings) {
        this.mediaType = mediaType;
        this.beginnings = String.join(",", beginnings);
    }

    /** The type of that name; parameters such as a charset are passed over. */
    public static Optional<FileType> of(String mediaType) {
        String plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(t -> t.mediaType.equals(plain)).findFirst();
    }

    /** Its name, as it is answered. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether the content can be such a file. */
    public boolean fits(byte[] content) {
        return switch (this) {
            case TEXT, CSV -> isText(content);
            case WEBP -> begins(content) && marked(content);
            case PNG, JPEG, GIF, PDF, ZIP, GZIP -> begins(content);
        };
    }

    private boolean begins(byte[] content) {
        return Arrays.stream(beginnings.split(",", -1))
                .map(hex -> HexFormat.of().parseHex(hex))
                .anyMatch(b ->
                        content.length >= b.length
                                && Arrays.equals(content, 0, b.length, b, 0, b.length));
    }

    private static boolean marked(byte[] content) {
        byte[] mark = "WEBP".getBytes(StandardCharsets.US_ASCII);
        return content.length >= WEBP_MARK + mark.length
                && Arrays.equals(content, WEBP_MARK, WEBP_MARK + mark.length, mark, 0, mark.length);
    }

    /** UTF-8 without control characters that no text has. */
    private static boolean isText(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != 0x1b) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
