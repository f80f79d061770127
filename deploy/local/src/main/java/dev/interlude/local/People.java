package dev.interlude.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** The people of a local run. Nobody has a password; each has a token. */
public final class People {

    private People() {}

    /** Their tokens by first name in lower case, in the order they are written down. */
    public static Map<String, LocalToken> all() {
        var people = new LinkedHashMap<String, LocalToken>();
        people.put("ana", LocalToken.person("ana", "planner", "operator"));
        people.put("ben", LocalToken.person("ben", "operator"));
        people.put("carla", LocalToken.person("carla", "liaison"));
        people.put("otto", LocalToken.person("otto", "auditor"));
        people.put("root", LocalToken.person("root", "admin"));
        people.put("dan", LocalToken.person("dan", "operator"));
        people.put("ruth", LocalToken.person("ruth", "admin"));
        return people;
    }

    /**
     * The token of one of them.
     *
     * @throws IllegalArgumentException when there is nobody of that name
     */
    public static LocalToken of(String name) {
        LocalToken token = all().get(name);
        if (token == null) {
            throw new IllegalArgumentException("nobody here is called " + name);
        }
        return token;
    }
}
