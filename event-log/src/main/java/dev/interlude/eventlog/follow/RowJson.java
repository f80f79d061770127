package dev.interlude.eventlog.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.interlude.eventlog.LogJson;
import java.util.List;

/** Rows on their way to and from PostgreSQL, many in one parameter, members named as columns. */
final class RowJson {

    private static final ObjectMapper MAPPER =
            LogJson.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private RowJson() {}

    static String write(List<?> rows) {
        try {
            return MAPPER.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rows that can't be written", e);
        }
    }

    static <R> R read(String row, Class<R> as) {
        try {
            return MAPPER.readValue(row, as);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is no " + as.getSimpleName(), e);
        }
    }
}
