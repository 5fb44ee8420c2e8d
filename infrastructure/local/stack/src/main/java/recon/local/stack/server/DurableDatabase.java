package recon.local.stack.server;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import java.io.File;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.dynamodb.services.local.shared.access.TableInfo;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;

/**
 * DynamoDB Local's database, tuned to survive the end of the process rather than the loss of power.
 *
 * <p>By default it waits for the disk several times at each write. A write-ahead log whose pages the system holds costs no
 * waiting and is as safe when only the process dies.
 */
final class DurableDatabase extends SQLiteDBAccess {
    // The database's jobs leave statements open when they commit, and SQLite then skips its own checkpoint: without
    // this
    // one, taken between two jobs, the log would grow for ever.
    private final ScheduledExecutorService checkpoints = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dynamodb-checkpoint").factory());

    private final KnownTables tables = new KnownTables();

    DurableDatabase(File file) {
        super(file);
        // The file has been prepared by now: another queue opens it.
        ended(queue.stop(true));
        queue = new NearQueue(file).open();
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=OFF");
        run("PRAGMA temp_store=MEMORY");
        run("PRAGMA cache_size=-65536");
        var _ = checkpoints.scheduleWithFixedDelay(this::checkpoint, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * What a table is like is asked for at every request, and read and parsed anew each time. It is known until the table is
     * changed.
     */
    @Override
    public @Nullable TableInfo getTableInfo(String table) {
        return tables.get(table, super::getTableInfo);
    }

    @Override
    public void createTable(
            String table,
            AttributeDefinition hashKey,
            AttributeDefinition rangeKey,
            List<AttributeDefinition> attributes,
            List<LocalSecondaryIndex> localIndexes,
            List<GlobalSecondaryIndex> globalIndexes,
            ProvisionedThroughput throughput,
            OnDemandThroughput onDemand,
            BillingMode billing,
            Boolean protectedFromDeletion,
            StreamSpecification stream) {
        super.createTable(
                table,
                hashKey,
                rangeKey,
                attributes,
                localIndexes,
                globalIndexes,
                throughput,
                onDemand,
                billing,
                protectedFromDeletion,
                stream);
        tables.changed(table);
    }

    @Override
    public void updateTable(
            String table,
            ProvisionedThroughput throughput,
            OnDemandThroughput onDemand,
            BillingMode billing,
            long billingChangedAt,
            List<AttributeDefinition> attributes,
            List<GlobalSecondaryIndexDescription> globalIndexes,
            Boolean protectedFromDeletion,
            StreamSpecification stream) {
        super.updateTable(
                table,
                throughput,
                onDemand,
                billing,
                billingChangedAt,
                attributes,
                globalIndexes,
                protectedFromDeletion,
                stream);
        tables.changed(table);
    }

    @Override
    public void updateTable(String table, String what) {
        super.updateTable(table, what);
        tables.changed(table);
    }

    @Override
    public void deleteTable(String table) {
        super.deleteTable(table);
        tables.changed(table);
    }

    @Override
    public void backfillGSI(String table, String index) {
        super.backfillGSI(table, index);
        tables.changed(table);
    }

    @Override
    public void deleteGSI(String table, String index) {
        super.deleteGSI(table, index);
        tables.changed(table);
    }

    /** Returns once the file is closed. */
    @Override
    public void close() {
        checkpoints.shutdownNow();
        super.close();
        ended(queue);
    }

    private static void ended(SQLiteQueue queue) {
        try {
            queue.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkpoint() {
        var _ = queue.execute(new Checkpoint());
    }

    private void run(String sql) {
        Void _ = queue.execute(new Statement(sql)).complete();
    }

    /** One statement. */
    private static final class Statement extends SQLiteJob<Void> {
        private final String sql;

        Statement(String sql) {
            this.sql = sql;
        }

        @Override
        protected @Nullable Void job(SQLiteConnection connection) throws Throwable {
            connection.exec(sql);
            return null;
        }
    }

    /** Moves the log into the file, unless a transaction that spans several jobs is open. */
    private static final class Checkpoint extends SQLiteJob<Void> {
        @Override
        protected @Nullable Void job(SQLiteConnection connection) throws Throwable {
            if (connection.getAutoCommit()) {
                connection.exec("PRAGMA wal_checkpoint(PASSIVE)");
            }
            return null;
        }
    }
}
