package dev.interlude.eventlog.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import dev.interlude.eventlog.LogJson;
import java.io.IOException;

/**
 * Refuses at the edge what JSON can say but neither UTF-8 nor the database can keep: half a
 * surrogate pair, and U+0000. Let in, it would fail where nobody can answer for it any more.
 */
final class WholeText extends StdScalarDeserializer<String> {

    WholeText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !LogJson.isWritable(text)) {
            throw context.weirdStringException("…", String.class, "not whole characters");
        }
        return text;
    }
}
