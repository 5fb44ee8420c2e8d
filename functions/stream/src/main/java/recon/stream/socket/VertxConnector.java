package recon.stream.socket;

import static java.util.Objects.requireNonNull;

import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import recon.stream.connection.Connector;
import recon.stream.connection.Socket;
import recon.stream.connection.SocketEnd;
import recon.stream.connection.SocketListener;

/** Connections of Vert.x, which answers pings with their own payload by itself. */
public final class VertxConnector implements Connector {
    private static final int SECURE_PORT = 443;
    private static final int PLAIN_PORT = 80;
    private static final long LONGEST_WAIT_S = 86_400;

    private final EventLoop loop;
    private final WebSocketClient client;
    private final URI uri;
    private final int largest;

    /**
     * Connects to one address.
     *
     * @param uri {@code wss://host[:port]/path}
     * @param largest bytes of a frame; a larger one ends the connection
     */
    public VertxConnector(EventLoop loop, URI uri, int largest, Duration patience) {
        this.loop = requireNonNull(loop, "loop is null");
        this.uri = requireNonNull(uri, "uri is null");
        this.largest = largest;
        this.client = loop.vertx()
                .createWebSocketClient(new WebSocketClientOptions()
                        .setMaxFrameSize(largest)
                        .setMaxMessageSize(largest)
                        .setMaxConnections(Integer.MAX_VALUE)
                        .setConnectTimeout(Math.toIntExact(patience.toMillis()))
                        .setClosingTimeout(1)
                        .setTcpNoDelay(true)
                        .setTcpKeepAlive(true));
    }

    @Override
    public void open(SocketListener listener) {
        ClientWebSocket socket = client.webSocket();
        Frames frames = new Frames(listener, largest, loop);
        socket.frameHandler(frame -> frames.take(socket, frame));
        socket.closeHandler(_ -> closed(listener, SocketEnd.of("closed by the exchange: " + code(socket))));
        // What is said here is said again when the connection is closed, which it is then.
        socket.exceptionHandler(error -> closed(listener, SocketEnd.of("broken: " + error)));
        socket.connect(target())
                .onComplete(connected -> loop.happened(() -> {
                    if (connected.succeeded()) {
                        listener.opened(loop.now(), new Open(socket));
                    } else {
                        listener.closed(loop.now(), refused(connected.cause()));
                    }
                }));
    }

    private record Open(ClientWebSocket socket) implements Socket {
        @Override
        public void send(String text) {
            // A failure to write is told by the close handler.
            var _ = socket.writeTextMessage(text);
        }

        @Override
        public void close() {
            var _ = socket.close();
        }
    }

    private void closed(SocketListener listener, SocketEnd end) {
        loop.happened(() -> listener.closed(loop.now(), end));
    }

    private static String code(ClientWebSocket socket) {
        return Optional.ofNullable(socket.closeStatusCode())
                        .map(String::valueOf)
                        .orElse("without a code") + " "
                + Optional.ofNullable(socket.closeReason()).orElse("");
    }

    private static SocketEnd refused(Throwable cause) {
        if (cause instanceof UpgradeRejectedException rejected) {
            return new SocketEnd(
                    "handshake refused with status " + rejected.getStatus(),
                    seconds(rejected.getHeaders().get("Retry-After")) * 1_000);
        }
        return SocketEnd.of("no connection: " + cause);
    }

    private static long seconds(@org.jspecify.annotations.Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("[0-9]{1,6}")
                ? Math.min(Long.parseLong(retryAfter), LONGEST_WAIT_S)
                : 0;
    }

    private WebSocketConnectOptions target() {
        boolean secure = "wss".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? SECURE_PORT : PLAIN_PORT;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        options.setHost(uri.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        return options;
    }
}
