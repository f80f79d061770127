package dev.interlude.notifier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** How the public site is known. */
@ConfigMapping(prefix = "interlude.site")
public interface Site {

    /** Name of the site, as customers know it. */
    @WithDefault("Status")
    String title();

    /** Address under which customers reach the site, without a path; stands in feeds. */
    @WithDefault("http://localhost:8080")
    URI url();

    /** The absolute address of a path of the site. */
    default String at(String path) {
        return url().resolve(path).toString();
    }
}
