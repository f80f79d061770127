package dev.interlude.faults;

import dev.interlude.local.Child;
import dev.interlude.local.DataFolder;
import dev.interlude.local.LocalBroker;
import dev.interlude.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a run, which is made anew each time. */
final class Folder {

    private Folder() {}

    /** Empties it, unless another run has it; what a run that was killed has left is stopped. */
    static void empty(Path folder) throws IOException {
        try (DataFolder data = DataFolder.take(folder)) {
            for (String service : List.of("planner", "planner-1", "postmortem")) {
                Child.stopLeftover(data.pidFile(service));
            }
            LocalBroker.stopLeftover(data.broker());
            LocalPostgres.stopLeftover(data.database());
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
