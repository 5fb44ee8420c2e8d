package recon.local.stack;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** One server, running in a class loader of its own. */
final class EmbeddedServer implements Closeable {
    /** Name of the folder of jars and of data, and the class that starts the server. */
    enum Kind {
        DYNAMODB("dynamodb", "DynamodbServer"),
        SQS("elasticmq", "SqsServer"),
        S3("s3mock", "S3Server");

        private final String folder;
        private final String entryClass;

        Kind(String folder, String entryClass) {
            this.folder = folder;
            this.entryClass = "recon.local.stack.server." + entryClass;
        }

        /** Its classes, for one server at a time. */
        IsolatedClassLoader load(Libraries libraries) {
            return new IsolatedClassLoader(folder, libraries.classPathOf(folder), shared());
        }

        /** Beginnings of the names of classes that the application calls the server with. */
        private List<String> shared() {
            return switch (this) {
                case DYNAMODB, S3 -> List.of("software.amazon.awssdk.", "org.reactivestreams.");
                case SQS -> List.of();
            };
        }
    }

    private final Kind kind;
    private final Libraries libraries;
    private final IsolatedClassLoader loader;
    private final Closeable server;
    private final URI endpoint;

    private EmbeddedServer(Kind kind, Libraries libraries, IsolatedClassLoader loader, Closeable server, URI endpoint) {
        this.kind = kind;
        this.libraries = libraries;
        this.loader = loader;
        this.server = server;
        this.endpoint = endpoint;
    }

    static List<String> names() {
        return List.of(Kind.values()).stream().map(kind -> kind.folder).toList();
    }

    /** Called on a thread of the stack's own: the context class loader is left set for the threads the server starts. */
    static EmbeddedServer start(Kind kind, Libraries libraries, Path stateFolder) throws IOException {
        Path data = Files.createDirectories(stateFolder.resolve(kind.folder));
        IsolatedClassLoader loader = ClassLoaders.take(kind, libraries);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Object server =
                    loader.loadClass(kind.entryClass).getConstructor(Path.class).newInstance(data);
            return new EmbeddedServer(kind, libraries, loader, (Closeable) server, (URI) ((Supplier<?>) server).get());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            loader.close();
            Throwable cause = e instanceof InvocationTargetException wrapped ? wrapped.getTargetException() : e;
            throw new IOException("Cannot start " + kind.folder + " in " + data + ": " + cause, cause);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    /** What the server offers to callers in this process, under the name {@code client}. */
    <T> T client(Class<T> type) {
        try {
            return type.cast(server.getClass().getMethod("client").invoke(server));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(server.getClass() + " has no client for this process", e);
        }
    }

    @Override
    public void close() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            loader.close();
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
        ClassLoaders.giveBack(kind, libraries, loader);
    }
}
