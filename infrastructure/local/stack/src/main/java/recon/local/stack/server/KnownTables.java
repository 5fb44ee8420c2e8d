package recon.local.stack.server;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.shared.access.TableInfo;

/**
 * What tables are like, until they are changed. Nothing is read under its lock: who reads waits for the database, and who
 * holds that, in the middle of a transaction, asks here.
 */
final class KnownTables {
    private final Map<String, TableInfo> known = new HashMap<>();
    private long changes;

    /** What a table is like; read where it is not known. Null if there is no such table, as the database has it. */
    @Nullable
    TableInfo get(String table, Function<String, @Nullable TableInfo> reader) {
        TableInfo info;
        long seen;
        synchronized (known) {
            info = known.get(table);
            seen = changes;
        }
        if (info == null) {
            info = reader.apply(table);
            keep(table, info, seen);
        }
        return info;
    }

    /** Not what was read before a change and comes in after it. */
    private void keep(String table, @Nullable TableInfo info, long seen) {
        synchronized (known) {
            if (info != null && changes == seen) {
                known.put(table, info);
            }
        }
    }

    /** A table was made, changed or deleted. */
    void changed(String table) {
        synchronized (known) {
            changes++;
            known.remove(table);
        }
    }
}
