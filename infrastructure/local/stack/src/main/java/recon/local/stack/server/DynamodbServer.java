package recon.local.stack.server;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/** DynamoDB Local behind a connector that listens on the loopback address, which its own main class does not offer. */
public final class DynamodbServer implements Closeable, Supplier<URI> {
    private static final int THREADS = 32;
    private static final int JOBS = 10;
    private static final String DATABASE = "shared-local-instance";

    private final ExecutorService jobs = Executors.newFixedThreadPool(
            JOBS, Thread.ofPlatform().daemon().name("dynamodb-job-", 0).factory());
    private final LocalDynamoDBServerHandler handler;
    private final Server server;
    private final URI endpoint;
    private final DynamoDbClient client;

    public DynamodbServer(Path folder) throws Exception {
        SQLiteLibraryLoader.initialize();
        LocalDBClient database = database(folder);
        client = InProcess.client(database.dynamoDbClient());
        handler = new LocalDynamoDBServerHandler(requestHandler(folder, database), null);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("dynamodb");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
        endpoint = URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    /** The request handler opens a plain database at the first request unless it finds one under this name: ours. */
    private static LocalDynamoDBRequestHandler requestHandler(Path folder, AmazonDynamoDBLocal database)
            throws ReflectiveOperationException {
        LocalDynamoDBRequestHandler requests =
                new LocalDynamoDBRequestHandler(0, false, folder.toString(), true, false);
        Field databases = LocalDynamoDBRequestHandler.class.getDeclaredField("dbRequestHandlers");
        databases.setAccessible(true);
        @SuppressWarnings("unchecked") // the declared type of the field
        Map<String, AmazonDynamoDBLocal> byName = (Map<String, AmazonDynamoDBLocal>) databases.get(requests);
        byName.put(DATABASE, database);
        return requests;
    }

    private LocalDBClient database(Path folder) {
        return new LocalDBClient(
                new DurableDatabase(folder.resolve(DATABASE + ".db").toFile()), new JobsRegister(jobs, false));
    }

    @Override
    public URI get() {
        return endpoint;
    }

    /** The database itself, for callers in this process. */
    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("DynamoDB Local did not stop", e);
        } finally {
            // They would go on asking a database that is closed.
            jobs.shutdownNow();
            handler.close();
        }
    }
}
