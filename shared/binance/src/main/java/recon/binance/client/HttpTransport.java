package recon.binance.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.request.Method;

/** HTTP/1.1 over the JDK's client. Safe for use by several threads. */
public final class HttpTransport implements Transport, AutoCloseable {
    private static final int THREADS = 4;
    private static final int MOST_BYTES = 64 << 20;
    private static final int DEEPEST_CAUSE = 10;
    private static final String ATTEMPTS = "jdk.httpclient.redirects.retrylimit";

    private final HttpClient client;
    private final ExecutorService threads;
    private final Timeouts timeouts;
    private final int mostBytes;

    private HttpTransport(HttpClient client, ExecutorService threads, Timeouts timeouts, int mostBytes) {
        this.client = client;
        this.threads = threads;
        this.timeouts = timeouts;
        this.mostBytes = mostBytes;
    }

    /** Opens one; close it to end its threads. A body of more than 64 MiB is cut off. */
    public static HttpTransport open(Timeouts timeouts) {
        return open(timeouts, MOST_BYTES);
    }

    static HttpTransport open(Timeouts timeouts, int mostBytes) {
        requireNonNull(timeouts, "timeouts is null");
        // The JDK silently repeats a GET when a kept connection turns out to be dead. The exchange may have counted the
        // first one, the budget would know of one only, and its signature would be used twice: one attempt, no more.
        if (System.getProperty(ATTEMPTS) == null) {
            System.setProperty(ATTEMPTS, "1");
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("binance-http-", 0).factory());
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .executor(threads)
                .build();
        return new HttpTransport(client, threads, timeouts, mostBytes);
    }

    @Override
    public Received send(Method method, URI address, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method.name(), HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        Incoming incoming = new Incoming(mostBytes);
        CompletableFuture<HttpResponse<Boolean>> answer = client.sendAsync(request.build(), incoming);
        try {
            // The request's own time-out ends with the headers; this one covers the body as well.
            boolean complete = answer.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS)
                    .body();
            return incoming.received(complete, Optional.empty());
        } catch (TimeoutException e) {
            return given(incoming, answer, "no complete answer within " + timeouts.answer());
        } catch (ExecutionException e) {
            return incoming.received(false, Optional.of("no complete answer: " + reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return given(incoming, answer, "interrupted while waiting for the answer");
        }
    }

    /** Gives up; what came is looked at first, since giving up breaks the answer off. */
    private static Received given(Incoming incoming, CompletableFuture<?> answer, String reason) {
        Received received = incoming.received(false, Optional.of(reason));
        answer.cancel(true);
        return received;
    }

    /** The kind of trouble only: a message could repeat the address, and the address holds the signature. */
    private static String reason(ExecutionException thrown) {
        return Stream.iterate(thrown.getCause(), Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(", by "));
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
