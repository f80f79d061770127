package dev.interlude.runner;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps and lists. */
final class Json {

    private static final JSON JR = JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    static byte[] write(Map<String, ?> object) {
        try {
            return JR.asBytes(object);
        } catch (IOException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }

    static Map<String, Object> read(byte[] bytes) throws IOException {
        return JR.mapFrom(bytes);
    }

    static String text(Map<String, Object> object, String member) throws IOException {
        if (object.get(member) instanceof String text) {
            return text;
        }
        throw new IOException("the service's answer has no " + member);
    }

    /** The number at a JSON pointer (RFC 6901); null when there is none. */
    static @Nullable BigDecimal number(byte[] bytes, String pointer) throws IOException {
        Object at = JR.anyFrom(bytes);
        for (String raw : pointer.substring(1).split("/", -1)) {
            String token = raw.replace("~1", "/").replace("~0", "~");
            if (at instanceof Map<?, ?> map) {
                at = map.get(token);
            } else if (at instanceof List<?> list && token.matches("0|[1-9]\\d{0,8}")) {
                int index = Integer.parseInt(token);
                at = index < list.size() ? list.get(index) : null;
            } else {
                return null;
            }
        }
        return at instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
