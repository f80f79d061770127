package dev.interlude.tally;

import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;

/** Looks into the tables. */
final class Rows {

    private Rows() {}

    /** The first column of each row, as text. */
    static List<String> of(Pool pool, String sql) {
        var values = new ArrayList<String>();
        pool.query(sql)
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> values.add(String.valueOf(row.getValue(0))));
        return values;
    }
}
