package dev.interlude.notifier;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The service's templates without the service. */
public final class Templates {

    private Templates() {}

    public static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(Templates::locate)
                .build();
    }

    private static Optional<TemplateLocation> locate(String id) {
        String name = id.endsWith(".html") ? id : id + ".html";
        URL found = Templates.class.getResource("/templates/" + name);
        return found == null ? Optional.empty() : Optional.of(new Html(found));
    }

    private record Html(URL address) implements TemplateLocation {

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(address.openStream(), StandardCharsets.UTF_8);
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
