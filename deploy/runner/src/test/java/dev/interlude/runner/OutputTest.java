package dev.interlude.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutputTest {

    private static Output of(byte[] bytes) {
        var output = new Output();
        output.readAll(new ByteArrayInputStream(bytes));
        return output;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_short_output_is_kept_whole() {
        Output output = of("done\n".getBytes(StandardCharsets.UTF_8));
        assertThat(output.from(0)).asString().isEqualTo("done\n");
        assertThat(output.from(2)).asString().isEqualTo("ne\n");
        assertThat(output.from(9)).isEmpty();
        assertThat(output.tail()).isEmpty();
        assertThat(of(new byte[0]).total()).isZero();
    }

    @Test
    void of_a_long_one_the_first_and_the_last_are_kept_and_all_is_counted_and_hashed()
            throws Exception {
        for (int length : new int[] {65_536, 65_537, 69_000, 1_000_003}) {
            byte[] all = random(length);
            Output output = of(all);
            assertThat(output.total()).isEqualTo(length);
            assertThat(output.from(0)).isEqualTo(Arrays.copyOf(all, Output.MOST));
            int tail = Math.min(Output.TAIL, length - Output.MOST);
            assertThat(output.tail()).isEqualTo(Arrays.copyOfRange(all, length - tail, length));
            assertThat(output.sha256Hex())
                    .isEqualTo(
                            HexFormat.of()
                                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all)));
        }
    }
}
