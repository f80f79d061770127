package dev.interlude.planner;

import static dev.interlude.planner.RowWindows.PUMP;
import static dev.interlude.planner.RowWindows.RUN;

import dev.interlude.planner.WindowRow.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every view; {@code @night} and its like stand for what the fixtures have made. */
final class ReadRows {

    private static final String API = "/api/v1/";
    private static final List<String> TIMES = List.of("from=then", "to=1999-01-01T00:00:00Z");

    private ReadRows() {}

    static List<ReadRow> all() {
        var all = new ArrayList<ReadRow>();
        all.add(view("board", "board", null, "team=No Team"));
        all.add(view("windows", "windows", null, "state=Gone", "limit=0", "cursor=x", "from=then"));
        all.add(view("windows/{id}", "windows/@night", "windows/@none", "asOf=then"));
        for (String of : List.of("gates", "warnings", "history")) {
            all.add(view("windows/{id}/" + of, "windows/@night/" + of, "windows/@none/" + of));
        }
        Stream.of("updates", "overrides", "hand-overs", "extension-proposals")
                .map(noun -> part(noun, "@night"))
                .forEach(all::add);
        all.add(part("moves", "@moved"));
        Stream.of("impacts", "extensions", "holds")
                .map(noun -> part(noun, "@parts"))
                .forEach(all::add);
        all.add(view("components"));
        all.add(view("components/{id}", "components/@pump", "components/not-there"));
        all.add(
                view(
                        "components/{id}/load-profile",
                        "components/@loaded/load-profile",
                        "components/@pump/load-profile"));
        all.add(
                times(
                        view(
                                "freezes",
                                "freezes",
                                null,
                                "component=No",
                                "team=No Team",
                                "limit=0",
                                "cursor=x")));
        all.add(view("freezes/{id}", "freezes/frost-@run", "freezes/not-there"));
        all.add(view("policies/notice", "policies/notice", null, "limit=0", "cursor=x"));
        all.add(
                view(
                        "policies/notice/{scope}",
                        "policies/notice/@flow",
                        "policies/notice/No Team"));
        for (String part : List.of("versions", "proposals")) {
            String of = "policies/notice/@flow/" + part;
            all.add(view("policies/notice/{scope}/" + part + "/{n}", of + "/1", of + "/9"));
        }
        all.add(view("series", "series", null, "team=No Team", "limit=0", "cursor=x"));
        all.add(view("series/{id}", "series/@series", "series/@none"));
        all.add(
                times(
                        view(
                                "series/{id}/occurrences",
                                "series/@series/occurrences",
                                "series/@none/occurrences",
                                "limit=0",
                                "cursor=x")));
        all.add(
                view(
                        "series/{id}/occurrences/{localStart}",
                        "series/@series/occurrences/@local",
                        "series/@series/occurrences/yesterday"));
        all.add(
                times(
                        view(
                                "slots",
                                "slots?duration=PT2H&components=@pump",
                                null,
                                "duration=P9D",
                                "components=not-there",
                                "zone=Mars",
                                "limit=0")));
        all.add(
                times(
                        view(
                                "calendar",
                                "calendar",
                                null,
                                "zone=Mars",
                                "view=week",
                                "team=No Team",
                                "component=No")));
        all.add(view("calendar/now", "calendar/now?component=@pump", null, "component=not-there"));
        all.add(view("calendar.ics"));
        return all;
    }

    private static ReadRow view(String what) {
        return view(what, what, null);
    }

    private static ReadRow view(String what, String path, @Nullable String gone, String... wrong) {
        return new ReadRow(
                "GET " + API + what, API + path, gone == null ? null : API + gone, List.of(wrong));
    }

    private static ReadRow part(String noun, String of) {
        String all = "windows/" + of + "/" + noun;
        return view("windows/{id}/" + noun + "/{n}", all + "/1", all + "/9");
    }

    private static ReadRow times(ReadRow row) {
        return new ReadRow(
                row.operation(),
                row.path(),
                row.gone(),
                Stream.concat(row.wrong().stream(), TIMES.stream()).toList());
    }

    /** With what the fixtures have made. */
    static String at(String path) {
        var windows = RowWindows.made();
        var things = RowThings.made();
        return path.replace("@night", windows.id(Where.NIGHT))
                .replace("@moved", things.moved())
                .replace("@parts", things.parted())
                .replace("@none", UUID.nameUUIDFromBytes(new byte[1]).toString())
                .replace("@pump", PUMP)
                .replace("@loaded", RowThings.VALVE)
                .replace("@run", RUN)
                .replace("@flow", "flow-" + RUN)
                .replace("@series", things.series())
                .replace("@local", things.local());
    }
}
