package recon.stream.socket;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import recon.storage.execution.Consignment;
import recon.storage.execution.QueueReply;
import recon.storage.execution.QueueWire;
import recon.stream.delivery.Pauses;

/**
 * Calls to one queue over connections that are kept. A call that fails for a reason that passes (a connection that the
 * other side has just closed, an overload) is made again a few times, as the SDK does, before anybody hears of it.
 */
final class QueueCalls {
    private static final int ATTEMPTS = 4;
    private static final Pauses PAUSES = new Pauses(Duration.ofMillis(100), Duration.ofSeconds(2));
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** AWS keeps a connection longer than that. */
    private static final int KEPT_SECONDS = 15;

    private static final int SECURE_PORT = 443;
    private static final int PLAIN_PORT = 80;

    private final EventLoop loop;
    private final QueueWire wire;
    private final Preparation preparation;
    private final HttpClient client;
    private final RequestOptions target;
    private final RandomGenerator random;

    /**
     * Calls over connections of the loop's own thread.
     *
     * @param preparation prepares the wire when that is needed
     * @param connections at most
     * @param patience how long an answer may take
     * @param random draws pauses
     */
    QueueCalls(
            EventLoop loop,
            QueueWire wire,
            Preparation preparation,
            int connections,
            Duration patience,
            RandomGenerator random) {
        this.loop = requireNonNull(loop, "loop is null");
        this.wire = requireNonNull(wire, "wire is null");
        this.preparation = requireNonNull(preparation, "preparation is null");
        this.random = requireNonNull(random, "random is null");
        URI endpoint = wire.endpoint();
        boolean secure = "https".equals(endpoint.getScheme());
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : secure ? SECURE_PORT : PLAIN_PORT;
        this.target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(secure)
                .setHost(endpoint.getHost())
                .setPort(port)
                .setURI("/")
                .setIdleTimeout(patience.toMillis());
        this.client = loop.vertx()
                .createHttpClient(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setMaxPoolSize(connections)
                        .setMaxWaitQueueSize(connections)
                        .setKeepAliveTimeout(KEPT_SECONDS)
                        .setConnectTimeout(Math.toIntExact(CONNECT.toMillis()))
                        .setTcpNoDelay(true));
    }

    /** Sends messages; the reply comes later, on the loop's thread, whatever happens. */
    void call(List<Consignment.Entry> entries, Consumer<QueueReply> then) {
        preparation.whenReady(
                why -> then.accept(new QueueReply.Refused("NotPrepared", why, false)), () -> attempt(entries, then, 1));
    }

    private void attempt(List<Consignment.Entry> entries, Consumer<QueueReply> then, int attempt) {
        client.request(target)
                .compose(request -> send(request, entries))
                .compose(response -> response.body().map(body -> reply(entries, response, body)))
                .otherwise(QueueCalls::failed)
                .onSuccess(reply -> loop.happened(() -> replied(entries, then, attempt, reply)));
    }

    private Future<HttpClientResponse> send(HttpClientRequest request, List<Consignment.Entry> entries) {
        QueueWire.Call call = wire.call(entries, Instant.ofEpochMilli(loop.now()));
        call.headers().forEach(request::putHeader);
        return request.send(Buffer.buffer(call.body()));
    }

    /** Who has waited for an answer as long as he may decides himself whether to send again. */
    private static QueueReply failed(Throwable error) {
        return new QueueReply.Refused("NoAnswer", String.valueOf(error), !(error instanceof TimeoutException));
    }

    private QueueReply reply(List<Consignment.Entry> entries, HttpClientResponse response, Buffer body) {
        return wire.reply(
                entries,
                response.statusCode(),
                header -> Optional.ofNullable(response.getHeader(header)),
                body.getBytes(),
                Instant.ofEpochMilli(loop.now()));
    }

    private void replied(List<Consignment.Entry> entries, Consumer<QueueReply> then, int attempt, QueueReply reply) {
        if (reply instanceof QueueReply.Refused refused) {
            if (refused.soon() && attempt < ATTEMPTS) {
                var _ = loop.vertx()
                        .setTimer(
                                1 + PAUSES.draw(attempt, random),
                                _ -> loop.happened(() -> attempt(entries, then, attempt + 1)));
                return;
            }
            preparation.doubt();
        }
        then.accept(reply);
    }
}
