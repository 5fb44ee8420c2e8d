package recon.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;
import recon.local.stack.EmbeddedServer.Kind;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * DynamoDB, SQS and S3, embedded in this JVM and reachable on the loopback address alone.
 *
 * <p>What a server has acknowledged is on disk below the state folder and survives the end of the process, even a forced one
 * (not the loss of power). There is no child process. The ports are new at each start; any credentials and any region do.
 *
 * <p>What a forced end may still do: an object that was being replaced under its key may be lost, a message that was on its
 * way to the dead-letter queue may be missing from both, and a purge of a queue is forgotten.
 */
public final class LocalStack implements AutoCloseable {
    // Threads inherit it: a process that ends without closing its stack must not be kept alive by it.
    private static final ThreadFactory DAEMONS =
            Thread.ofPlatform().daemon().name("recon-stack-", 0).factory();

    private final FolderLock lock;
    private final Map<Kind, EmbeddedServer> servers;

    private LocalStack(FolderLock lock, Map<Kind, EmbeddedServer> servers) {
        this.lock = lock;
        this.servers = servers;
    }

    /**
     * Starts the three on the folder, which is created where it does not exist, and waits until they answer.
     *
     * @throws StateFolderInUseException if another stack runs on the folder
     * @throws IllegalStateException if the jars of the servers were not built
     */
    public static LocalStack start(Path stateFolder) {
        return start(stateFolder, Libraries.find());
    }

    /** As {@link #start(Path)}, with the jars from a folder with one folder of jars for each server. */
    public static LocalStack start(Path stateFolder, Path libraries) {
        return start(stateFolder, Libraries.in(Objects.requireNonNull(libraries, "libraries is null")));
    }

    private static LocalStack start(Path stateFolder, Libraries libraries) {
        Path folder = Objects.requireNonNull(stateFolder, "stateFolder is null").toAbsolutePath();
        try {
            FolderLock lock = FolderLock.take(folder);
            try {
                return new LocalStack(lock, startAll(libraries, folder));
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the state folder " + folder, e);
        }
    }

    private static Map<Kind, EmbeddedServer> startAll(Libraries libraries, Path folder) {
        Map<Kind, Future<EmbeddedServer>> starting = new EnumMap<>(Kind.class);
        try (ExecutorService threads = Executors.newFixedThreadPool(Kind.values().length, DAEMONS)) {
            for (Kind kind : Kind.values()) {
                starting.put(kind, threads.submit(() -> EmbeddedServer.start(kind, libraries, folder)));
            }
        }
        Map<Kind, EmbeddedServer> started = new EnumMap<>(Kind.class);
        List<Throwable> failures = new ArrayList<>();
        starting.forEach((kind, future) -> {
            try {
                started.put(kind, future.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            IllegalStateException failure =
                    new IllegalStateException("The stack did not start: " + failures.getFirst(), failures.getFirst());
            failures.stream().skip(1).forEach(failure::addSuppressed);
            closeAll(started).forEach(failure::addSuppressed);
            throw failure;
        }
        return started;
    }

    /** Where the DynamoDB client goes: {@code http://127.0.0.1:<port>}. */
    public URI dynamodb() {
        return endpoint(Kind.DYNAMODB);
    }

    /**
     * DynamoDB for who runs in this process: the same database and the same answers as behind {@link #dynamodb()},
     * without sockets and without JSON, at a fraction of the cost. Closing it does nothing.
     */
    public DynamoDbClient dynamodbClient() {
        return server(Kind.DYNAMODB).client(DynamoDbClient.class);
    }

    /** Where the SQS client goes: {@code http://127.0.0.1:<port>}. Queue URLs carry the port: ask for them at each start. */
    public URI sqs() {
        return endpoint(Kind.SQS);
    }

    /** Where the S3 client goes, with path-style access: {@code http://127.0.0.1:<port>}. */
    public URI s3() {
        return endpoint(Kind.S3);
    }

    /**
     * S3 for who runs in this process: objects are put, got and listed without sockets, in the same buckets as behind
     * {@link #s3()} and with the same answers. Everything else goes the way of the other client.
     *
     * @param other goes to {@link #s3()}; closed with what this returns
     */
    public S3Client s3Client(S3Client other) {
        @SuppressWarnings("unchecked") // as the server declares it
        UnaryOperator<S3Client> nearer = server(Kind.S3).client(UnaryOperator.class);
        return nearer.apply(other);
    }

    /** Stops the three and frees the folder. Never fails half-way: what went wrong is thrown after all were stopped. */
    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>(closeAll(servers));
        try {
            lock.close();
        } catch (IOException e) {
            failures.add(e);
        }
        if (!failures.isEmpty()) {
            IllegalStateException failure = new IllegalStateException("The stack did not stop cleanly");
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private URI endpoint(Kind kind) {
        return server(kind).endpoint();
    }

    private EmbeddedServer server(Kind kind) {
        return Objects.requireNonNull(servers.get(kind), "server is null");
    }

    private static List<Exception> closeAll(Map<Kind, EmbeddedServer> servers) {
        List<Exception> failures = new ArrayList<>();
        for (EmbeddedServer server : servers.values()) {
            try {
                server.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        return failures;
    }
}
