package recon.local.function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The side of the Lambda runtime interface that AWS plays: hands out invocations and takes answers. */
public final class RuntimeInterface implements AutoCloseable {
    private static final int TIME_OUT_SECONDS = 120;

    private final HttpServer server;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>(10);
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>(10);

    /** One that listens; a function that was killed needs another one. */
    public RuntimeInterface() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2018-06-01/runtime/", this::serve);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Invokes the function that listens, and waits for its answer. */
    String invoke(String event) throws InterruptedException {
        return invoke(event, Duration.ofSeconds(TIME_OUT_SECONDS))
                .orElseThrow(() -> new AssertionError("the function did not answer"));
    }

    /** The same, waiting so long at most. */
    public Optional<String> invoke(String event, Duration patience) throws InterruptedException {
        events.put(event);
        return Optional.ofNullable(answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.endsWith("/invocation/next")) {
                next(exchange);
            } else {
                answers.add(path.endsWith("/response") ? body : "ERROR " + path + " " + body);
                exchange.sendResponseHeaders(202, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] event = events.take().getBytes(StandardCharsets.UTF_8);
        long deadline = Clock.systemUTC().millis() + 900_000;
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:recon");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
