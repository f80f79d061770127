package dev.interlude.notifier;

import java.net.URI;

/** The public site of tests. */
public record TestSite(String title, URI url) implements Site {

    public TestSite() {
        this("Example Status", URI.create("https://status.example"));
    }
}
