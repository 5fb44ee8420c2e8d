package recon.binance.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import recon.binance.request.Method;

class HttpTransportTest {
    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(1_500));

    private final HttpTransport transport = HttpTransport.open(Timeouts.STANDARD);

    @AfterEach
    void close() {
        transport.close();
    }

    private static String text(Received received) {
        return new String(received.body(), UTF_8);
    }

    @Test
    void bytesStatusAndHeadersComeAsTheyWereSent_andOnlyThoseThatMatterAreKept() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = (exchange.getRequestURI().getRawQuery() + " "
                            + exchange.getRequestHeaders().getFirst("X-MBX-APIKEY") + " "
                            + exchange.getRequestMethod() + " 币安")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().set("X-MBX-USED-WEIGHT-1M", "21");
            exchange.getResponseHeaders().set("X-SAPI-USED-UID-WEIGHT-1S", "18000");
            exchange.getResponseHeaders().set("Retry-After", "3");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Set-Cookie", "session=1");
            exchange.sendResponseHeaders(429, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            URI address =
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/p?symbol=%E5%B8%81&e=a%40b");
            Received received = transport.send(Method.GET, address, Map.of("X-MBX-APIKEY", "k"));
            assertThat(text(received)).isEqualTo("symbol=%E5%B8%81&e=a%40b k GET 币安");
            assertThat(text(transport.send(Method.POST, address, Map.of("X-MBX-APIKEY", "k"))))
                    .isEqualTo("symbol=%E5%B8%81&e=a%40b k POST 币安");
            assertThat(received.status()).isEqualTo(429);
            assertThat(received.complete()).isTrue();
            assertThat(received.failure()).isEmpty();
            assertThat(received.headers())
                    .containsEntry("x-mbx-used-weight-1m", "21")
                    .containsEntry("x-sapi-used-uid-weight-1s", "18000")
                    .containsEntry("retry-after", "3")
                    .containsEntry("content-type", "application/json")
                    .doesNotContainKey("set-cookie");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theBytesThatCameAreKept_whenABodyIsShorterThanAnnounced() throws IOException {
        try (RawServer server =
                new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nDate: now\r\n\r\n[{\"id\":1},{\"id\"")) {
            Received received = transport.send(Method.GET, server.address(), Map.of());
            assertThat(received.status()).isEqualTo(200);
            assertThat(text(received)).isEqualTo("[{\"id\":1},{\"id\"");
            assertThat(received.complete()).isFalse();
            assertThat(received.failure().orElseThrow()).startsWith("the answer broke off");
            assertThat(received.headers()).containsEntry("date", "now");
        }
    }

    @Test
    void theBytesThatCameAreKept_whenChunksEndEarly() throws IOException {
        try (RawServer server =
                new RawServer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[1,2,\r\n5\r\n3")) {
            Received received = transport.send(Method.GET, server.address(), Map.of());
            assertThat(text(received)).startsWith("[1,2,");
            assertThat(received.complete()).isFalse();
        }
    }

    @Test
    void theBytesThatCameAreKept_whenTheRestNeverComes() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write("[1".getBytes(UTF_8));
            exchange.getResponseBody().flush();
        });
        server.start();
        try (HttpTransport impatient = HttpTransport.open(SHORT)) {
            Received received = impatient.send(
                    Method.GET,
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                    Map.of());
            assertThat(received.status()).isEqualTo(200);
            assertThat(text(received)).isEqualTo("[1");
            assertThat(received.complete()).isFalse();
            assertThat(received.failure()).contains("no complete answer within PT1.5S");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void thereIsNoStatus_whenNobodyAnswersInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                HttpTransport impatient = HttpTransport.open(SHORT)) {
            Received received =
                    impatient.send(Method.GET, URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), Map.of());
            assertThat(received.status()).isZero();
            assertThat(received.body()).isEmpty();
            assertThat(received.complete()).isFalse();
        }
    }

    @Test
    void thereIsNoStatus_whenNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Received received =
                transport.send(Method.GET, URI.create("http://127.0.0.1:" + port + "/x?signature=abc"), Map.of());
        assertThat(received.status()).isZero();
        assertThat(received.failure().orElseThrow())
                .contains("ConnectException")
                .doesNotContain("signature");
    }

    @Test
    void aRequestIsSentOnce_whenAKeptConnectionDies() throws IOException {
        String first = "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\n[]";
        try (RawServer server = new RawServer(first, "")) {
            assertThat(transport.send(Method.GET, server.address(), Map.of()).status())
                    .isEqualTo(200);
            assertThat(transport.send(Method.GET, server.address(), Map.of()).status())
                    .isZero();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aBodyWithoutEnd_isCutOffAtTheBound() throws IOException {
        String body = "x".repeat(5_000);
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + body);
                HttpTransport small = HttpTransport.open(Timeouts.STANDARD, 1_000)) {
            Received received = small.send(Method.GET, server.address(), Map.of());
            assertThat(received.body()).hasSize(1_000);
            assertThat(received.complete()).isFalse();
            assertThat(received.failure()).contains("the answer has more than 1000 bytes");
        }
    }

    @Test
    void aRedirectIsAnAnswer_andIsNotFollowed() throws IOException {
        try (RawServer server =
                new RawServer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(transport.send(Method.GET, server.address(), Map.of()).status())
                    .isEqualTo(302);
        }
    }
}
