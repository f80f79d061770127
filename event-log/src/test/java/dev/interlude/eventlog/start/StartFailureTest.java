package dev.interlude.eventlog.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void a_database_that_is_away_is_named_by_the_driver() {
        var failure =
                new StartFailure(
                        new RuntimeException(
                                "Failed to start quarkus",
                                new SQLException(
                                        "Connection to localhost:5999 refused.\n  Check the port.",
                                        new ConnectException("Connection refused"))));

        assertThat(failure.expected()).isTrue();
        assertThat(failure.line())
                .isEqualTo("the database: Connection to localhost:5999 refused. Check the port.");
    }

    @Test
    void a_setting_that_is_wrong_is_said_as_it_is() {
        var failure =
                new StartFailure(
                        new RuntimeException(new ConfigurationException("fsync is off; mend it")));

        assertThat(failure.line()).isEqualTo("fsync is off; mend it");
    }

    @Test
    void what_nobody_foresaw_comes_with_its_trace() {
        var failure = new StartFailure(new RuntimeException(new IllegalStateException()));

        assertThat(failure.expected()).isFalse();
        assertThat(failure.line()).isEqualTo("IllegalStateException");
    }
}
