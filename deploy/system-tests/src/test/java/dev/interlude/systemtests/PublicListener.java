package dev.interlude.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who listens to the public stream all night. */
final class PublicListener implements AutoCloseable {

    private final List<JsonNode> notices = new CopyOnWriteArrayList<>();
    private final EventStream stream;

    PublicListener(URI frontDoor) {
        stream =
                new EventStream(
                        frontDoor.resolve("/stream"),
                        "",
                        "",
                        told ->
                                notices.add(
                                        Schemas.tree(
                                                told.data().getBytes(StandardCharsets.UTF_8))));
    }

    /** What was told, in the order in which it was heard. */
    List<JsonNode> notices() {
        return List.copyOf(notices);
    }

    /** Kinds of the notices about a window. */
    List<String> kinds(String windowId) {
        return notices.stream()
                .filter(notice -> notice.path("windowId").asText().equals(windowId))
                .map(notice -> notice.path("kind").asText())
                .toList();
    }

    @Override
    public void close() {
        stream.close();
    }
}
