package dev.interlude.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowedTest {

    @TempDir Path root;
    private Path folder = Path.of("/");

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(root.resolve("scripts"));
        mode(folder, "rwxr-xr-x");
        file("good.sh", "rwxr-xr-x");
        file("plain.txt", "rw-r--r--");
        file("shared.sh", "rwxrwxr-x");
        file("open.sh", "rwxr-xrwx");
        file(".hidden", "rwxr-xr-x");
        Files.createDirectory(folder.resolve("sub"));
        Path outside = Files.createFile(root.resolve("outside.sh"));
        mode(outside, "rwxr-xr-x");
        Files.createSymbolicLink(folder.resolve("escape.sh"), outside);
        Files.createSymbolicLink(folder.resolve("alias.sh"), folder.resolve("good.sh"));
        Files.createSymbolicLink(folder.resolve("dangling.sh"), root.resolve("nothing"));
    }

    private void file(String name, String mode) throws IOException {
        mode(Files.createFile(folder.resolve(name)), mode);
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    @Test
    void only_what_its_owner_alone_can_change_may_be_run() throws Exception {
        assertThat(new Allowed(folder).names()).containsExactly("alias.sh", "good.sh");
        assertThat(new Allowed(folder).find("good.sh"))
                .isEqualTo(folder.toRealPath().resolve("good.sh"));
    }

    @Test
    void a_name_is_no_path() throws Exception {
        var allowed = new Allowed(folder);
        for (String name :
                new String[] {
                    "../outside.sh",
                    "..",
                    ".",
                    "",
                    "sub/x",
                    "/bin/sh",
                    ".hidden",
                    "good.sh\0",
                    "a b",
                    "good.sh;id",
                    "sub",
                    "escape.sh",
                    "dangling.sh",
                    "none.sh",
                    "open.sh",
                    "shared.sh",
                    "plain.txt"
                }) {
            assertThatThrownBy(() -> allowed.find(name))
                    .as(name)
                    .isInstanceOf(Allowed.Refused.class);
        }
    }

    @Test
    void a_folder_that_others_can_write_to_is_refused() throws Exception {
        mode(folder, "rwxrwxrwx");
        assertThatThrownBy(() -> new Allowed(folder))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("others than its owner");
    }
}
