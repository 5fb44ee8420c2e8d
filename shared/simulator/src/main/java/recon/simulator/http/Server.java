package recon.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import recon.simulator.SimulatedTime;
import recon.simulator.draw.Draw;

/** The socket: numbers the requests, lets each take its time, and delivers the answers, the broken ones too. */
public final class Server implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Server.class.getName());
    private static final int AT_ONCE = 64;
    private static final int WAITING = 1_024;
    private static final int SHORTEST_MS = 20;
    private static final int LONGEST_MS = 120;
    private static final int LARGEST_BODY = 65_536;

    private final long seed;
    private final Front front;
    private final SimulatedTime time;
    private final AtomicLong lastNumber;
    private final HttpServer server;
    private final ExecutorService threads;

    private Server(long seed, Front front, SimulatedTime time, long lastNumber) throws IOException {
        this.seed = seed;
        this.front = front;
        this.time = time;
        this.lastNumber = new AtomicLong(lastNumber);
        this.threads = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofVirtual().name("exchange-", 0).factory(),
                new ThreadPoolExecutor.CallerRunsPolicy());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Listens on a free port of the loopback interface.
     *
     * @param lastNumber number of the last request that was ever seen
     */
    public static Server start(long seed, Front front, SimulatedTime time, long lastNumber) {
        // The JDK's server writes head and body apart; without this every answer waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            Server started = new Server(seed, front, time, lastNumber);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on the loopback interface", e);
        }
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Asks without the socket; takes no time by any clock.
     *
     * @param rawQuery in its encoded form, empty for none
     * @param apiKey value of {@code X-MBX-APIKEY}, empty for none
     */
    public Reply ask(String path, String rawQuery, String apiKey) {
        Answer answer = front.answer(
                lastNumber.incrementAndGet(), new Call("GET", path, rawQuery, "", uri().getAuthority(), apiKey));
        return new Reply(answer.status(), answer.headers(), answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            serve(exchange);
        } catch (RuntimeException e) {
            // The JDK's server would drop the connection in silence.
            LOG.log(System.Logger.Level.ERROR, "a request broke the simulator", e);
            throw e;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        long number = lastNumber.incrementAndGet();
        int latency = Draw.of(seed, "latency", number).between(SHORTEST_MS, LONGEST_MS);
        time.pass(Duration.ofMillis(latency / 2));
        String body = new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        String key = exchange.getRequestHeaders().getFirst("X-MBX-APIKEY");
        String host = exchange.getRequestHeaders().getFirst("Host");
        Answer answer = front.answer(
                number,
                new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        query == null ? "" : query,
                        body,
                        host == null ? uri().getAuthority() : host,
                        key == null ? "" : key));
        time.pass(Duration.ofMillis(latency - latency / 2));
        deliver(exchange, answer);
    }

    private static void deliver(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == Answer.NONE) {
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        // A length of 0 would mean chunks to the JDK's server; -1 means an empty body.
        exchange.sendResponseHeaders(answer.status(), answer.promised() == 0 ? -1 : answer.promised());
        if (answer.promised() > 0) {
            OutputStream body = exchange.getResponseBody();
            body.write(answer.body());
            body.flush();
        }
        if (!answer.isTruncated()) {
            exchange.getResponseBody().close();
        }
        exchange.close();
    }
}
