package dev.interlude.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act of a story. Texts may hold variables ({@code ${window}}, {@code ${Sat 02:00}}).
 *
 * @param act its name, unique; {@code --until} takes it
 * @param at story time of day ({@code Sat 02:00}) to which the clock is moved first; null: as it is
 * @param who the person whose token is used; null for nobody's
 * @param tell one sentence for who watches
 * @param call method and path; null when only time passes
 * @param headers of the request
 * @param body of the request, sent as JSON
 * @param expect what the answer must be
 * @param remember variable to JSON pointer of the answer, or {@code header <name>}
 * @param then what the world must show afterwards; read by the tests
 */
public record Act(
        String act,
        @Nullable String at,
        @Nullable String who,
        String tell,
        @Nullable String call,
        Map<String, String> headers,
        @Nullable JsonNode body,
        Expect expect,
        Map<String, String> remember,
        JsonNode then) {

    public Act {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        remember = remember == null ? Map.of() : Map.copyOf(remember);
        expect = expect == null ? Expect.ANYTHING_GOOD : expect;
        then = then == null ? MissingNode.getInstance() : then;
    }

    String method() {
        return call == null ? "" : call.substring(0, call.indexOf(' '));
    }

    String path() {
        return call == null ? "" : call.substring(call.indexOf(' ') + 1).strip();
    }
}
