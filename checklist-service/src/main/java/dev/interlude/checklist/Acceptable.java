package dev.interlude.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Where the type of a body, or of an answer, chooses among several methods nobody asks whether the
 * chosen one makes what is accepted: it is asked here, before anything is done.
 */
@ApplicationScoped
class Acceptable {

    @ServerRequestFilter
    void refuse(ContainerRequestContext request, ResourceInfo resource) {
        Produces made = made(resource);
        boolean accepted =
                made == null
                        || Stream.of(made.value())
                                .map(MediaType::valueOf)
                                .anyMatch(type ->
                                        request.getAcceptableMediaTypes().stream()
                                                .anyMatch(type::isCompatible));
        if (!accepted) {
            throw new NotAcceptableException();
        }
    }

    private static @Nullable Produces made(ResourceInfo resource) {
        Produces ofMethod = resource.getResourceMethod().getAnnotation(Produces.class);
        return ofMethod == null
                ? resource.getResourceClass().getAnnotation(Produces.class)
                : ofMethod;
    }
}
