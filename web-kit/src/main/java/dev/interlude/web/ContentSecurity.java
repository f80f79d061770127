package dev.interlude.web;

import java.util.Map;

/** Headers of every page: nothing from anywhere but here, and nothing inline. */
public final class ContentSecurity {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private ContentSecurity() {}

    public static Map<String, String> headers() {
        return Map.of(
                "Content-Security-Policy", POLICY,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "strict-origin-when-cross-origin",
                "Cross-Origin-Opener-Policy", "same-origin");
    }
}
