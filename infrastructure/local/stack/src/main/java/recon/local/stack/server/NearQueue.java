package recon.local.stack.server;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import java.io.File;
import java.lang.reflect.Field;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The queue of the database's jobs, without the way to its thread and back: each job is done by who brings it, one at a
 * time. Handing it over cost two to three times what the database itself needs for it.
 *
 * <p>The connection may be used by any thread, but by one at a time; its wrapper insists on the one that opened it, and is
 * told for each job that this is the one. The queue's own thread only opens and closes.
 */
final class NearQueue extends SQLiteQueue {
    private final Lock turn = new ReentrantLock();
    private final Field owner;
    private @Nullable SQLiteConnection connection;
    private @Nullable Thread opener;
    private boolean near;

    NearQueue(File file) {
        super(file);
        try {
            owner = SQLiteConnection.class.getDeclaredField("myConfinement");
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("this release of sqlite4java is not the one that is known here", e);
        }
        owner.setAccessible(true);
    }

    /** Opens the file; from then on jobs are done by who brings them. */
    NearQueue open() {
        start();
        SQLiteJob<Boolean> first = super.execute(new SQLiteJob<Boolean>() {
            @Override
            protected Boolean job(SQLiteConnection opened) {
                return true;
            }
        });
        if (first.complete() == null) {
            throw new IllegalStateException("cannot open " + getDatabaseFile(), first.getError());
        }
        turn.lock();
        try {
            near = true;
        } finally {
            turn.unlock();
        }
        return this;
    }

    @Override
    protected void initConnection(SQLiteConnection opened) throws SQLiteException {
        super.initConnection(opened);
        connection = opened;
        opener = Thread.currentThread();
    }

    @Override
    public <T, J extends SQLiteJob<T>> J execute(J job) {
        turn.lock();
        try {
            // A queue that was stopped cancels what is brought to it.
            return near ? done(job) : super.execute(job);
        } finally {
            turn.unlock();
        }
    }

    private <T, J extends SQLiteJob<T>> J done(J job) {
        try {
            owner.set(connection, Thread.currentThread());
            // What goes wrong in a job is kept in it, and what it began is rolled back.
            executeJob(job);
            owner.set(connection, opener);
        } catch (Throwable e) {
            throw new IllegalStateException("the database failed", e);
        }
        return job;
    }

    /** Not before the job that is being done has ended. */
    @Override
    public SQLiteQueue stop(boolean gracefully) {
        turn.lock();
        try {
            near = false;
            return super.stop(gracefully);
        } finally {
            turn.unlock();
        }
    }
}
