package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.simulator.stream.Delivery;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamHub;
import recon.simulator.stream.StreamSession;

/** The streams over a real socket, as the JDK's client sees them. */
final class StreamSocketTest {
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Listener listener = new Listener();
    private Exchange exchange;
    private URI uri;

    @BeforeEach
    void open() {
        exchange = Exchange.ordinary(folder);
        uri = exchange.simulator.serveStreams();
    }

    @AfterEach
    void close() {
        // Not close(): that waits for the sockets that a test left open on purpose.
        http.shutdownNow();
        exchange.close();
    }

    /** Puts whatever arrives into a queue: text as it is, the rest by name. */
    private static final class Listener implements WebSocket.Listener {
        private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                arrived.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            // The socket may hand it over in parts.
            if (last) {
                arrived.add("binary");
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            arrived.add("ping " + StandardCharsets.US_ASCII.decode(message));
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            arrived.add("pong " + StandardCharsets.US_ASCII.decode(message));
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            arrived.add("close " + code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            arrived.add("broken");
        }

        private String next() throws InterruptedException {
            String next = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("nothing arrived").isNotNull();
            return next;
        }
    }

    @Test
    void saysTheSame_asWithoutASocket() throws Exception {
        StreamCustomer inProcess = new StreamCustomer(exchange);
        inProcess.subscribe(exchange.main());
        WebSocket socket = connect("");
        subscribe(socket, exchange.main());
        inProcess.events();
        passTogether(Duration.ofHours(1));

        List<String> expected = inProcess.events();
        List<String> told = new ArrayList<>();
        while (told.size() < expected.size()) {
            String next = listener.next();
            if (!next.startsWith("ping ")) {
                told.add(next);
            }
        }
        assertThat(told).isNotEmpty().isEqualTo(expected);
        assertThat(sessionOf(2).isOpen()).as("its pings were answered").isTrue();
    }

    @Test
    void answersAPing_andTakesAClose() throws Exception {
        WebSocket socket = connect("?returnRateLimits=false");
        socket.sendPing(ByteBuffer.wrap("hallo".getBytes(StandardCharsets.US_ASCII)))
                .join();
        assertThat(listener.next()).isEqualTo("pong hallo");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        assertThat(listener.next()).isEqualTo("close 1000");
        assertThat(exchange.simulator.streams().sessions()).isEmpty();
    }

    @Test
    void cutsWithoutAWord_butOnlyAfterWhatItSent() throws Exception {
        WebSocket socket = connect("");
        subscribe(socket, exchange.main());
        exchange.simulator.streams().shutDown(false);
        exchange.simulator.streams().fail(sessionOf(1), StreamFault.CUT);

        assertThat(listener.next()).contains("serverShutdown");
        assertThatThrownBy(() -> writeUntilBroken(socket)).isInstanceOf(CompletionException.class);
        assertThat(listener.arrived).as("no close frame").isSubsetOf("broken", "close 1006");
    }

    /** The JDK's client sometimes overlooks the end of what it reads, but not that nobody takes what it writes. */
    private static void writeUntilBroken(WebSocket socket) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < patience) {
            socket.sendPing(ByteBuffer.allocate(0)).join();
        }
    }

    @Test
    void saysNothingAnyMore_onceHalfOpen() throws Exception {
        WebSocket socket = connect("");
        subscribe(socket, exchange.main());
        exchange.simulator.streams().fail(sessionOf(1), StreamFault.HALF_OPEN);
        socket.sendPing(ByteBuffer.allocate(0)).join();
        ask(socket, "ping", "{}");
        exchange.jumpTo(exchange.simulator.exchangeTime().plus(Duration.ofHours(30)));
        exchange.simulator.streams().advance();
        // What is sent to another connection afterwards has overtaken nothing.
        WebSocket other = connect("");
        ask(other, "time", "{}");

        assertThat(listener.next()).contains("serverTime");
        assertThat(socket.isInputClosed()).isFalse();
        assertThat(exchange.simulator.streams().deliveries().to(sessionOf(1)))
                .isNotEmpty()
                .extracting(Delivery::copies)
                .containsOnly(0);
    }

    @Test
    void sendsTwoMegabytes_bytes_andWhatIsNoJson() throws Exception {
        WebSocket socket = connect("");
        for (SimulatedAccount account : exchange.simulator.accounts()) {
            subscribe(socket, account);
        }
        var faults = exchange.simulator.streams().faults();
        List.of(StreamFault.HUGE, StreamFault.BINARY, StreamFault.NOT_JSON).forEach(faults::next);
        passTogether(Duration.ofHours(1));
        List<String> arrived = new ArrayList<>();
        while (arrived.size() < 6) {
            String next = listener.next();
            if (!next.startsWith("ping ")) {
                arrived.add(next);
            }
        }

        assertThat(arrived.get(0)).hasSizeGreaterThan(2_000_000).contains("eventOfTomorrow");
        assertThat(arrived.get(2)).isEqualTo("binary");
        assertThat(arrived.get(4)).doesNotEndWith("}");
        assertThat(List.of(arrived.get(1), arrived.get(3), arrived.get(5)))
                .isEqualTo(exchange.simulator.streams().deliveries().all().stream()
                        .map(Delivery::frame)
                        .limit(3)
                        .toList());
    }

    @Test
    void keepsTheOrder_whoeverMovesTheClock() throws Exception {
        WebSocket socket = connect("");
        for (SimulatedAccount account : exchange.simulator.accounts()) {
            subscribe(socket, account);
        }
        passTogether(Duration.ofHours(20));

        List<String> sent = exchange.simulator.streams().deliveries().all().stream()
                .map(Delivery::frame)
                .toList();
        List<String> told = new ArrayList<>();
        while (told.size() < sent.size()) {
            String next = listener.next();
            if (!next.startsWith("ping ")) {
                told.add(next);
            }
        }
        assertThat(sent).hasSizeGreaterThan(50);
        assertThat(told).isEqualTo(sent);
    }

    @Test
    void refusesTheHandshake_beyond300Connections_andElsewhere() throws Exception {
        for (int i = 0; i < 300; i++) {
            exchange.simulator
                    .streams()
                    .open(new recon.simulator.stream.Frames(), "")
                    .closed();
        }

        assertThatThrownBy(() -> connect("")).isInstanceOfSatisfying(CompletionException.class, refused -> {
            WebSocketHandshakeException cause = (WebSocketHandshakeException) refused.getCause();
            assertThat(cause.getResponse().statusCode()).isEqualTo(429);
            assertThat(cause.getResponse()
                            .headers()
                            .firstValueAsLong("Retry-After")
                            .orElse(0))
                    .isBetween(1L, 300L);
        });
        assertThatThrownBy(() -> connect("/elsewhere")).isInstanceOf(CompletionException.class);
    }

    private WebSocket connect(String rest) {
        return http.newWebSocketBuilder()
                .buildAsync(URI.create(uri + rest), listener)
                .join();
    }

    /** Lets time pass no faster than the pongs come over the socket. */
    private void passTogether(Duration span) {
        StreamHub hub = exchange.simulator.streams();
        Instant end = exchange.simulator.exchangeTime().plus(span);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (exchange.simulator.exchangeTime().isBefore(end)) {
            exchange.jumpTo(hub.nextDue().filter(end::isAfter).orElse(end));
            hub.advance();
            while (hub.sessions().stream().anyMatch(session -> session.unanswered() > 0)) {
                assertThat(System.nanoTime()).as("no pong").isLessThan(patience);
                Thread.onSpinWait();
            }
        }
    }

    private StreamSession sessionOf(long id) {
        return exchange.simulator.streams().sessions().stream()
                .filter(session -> session.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private void subscribe(WebSocket socket, SimulatedAccount account) throws InterruptedException {
        ask(
                socket,
                "userDataStream.subscribe.signature",
                StreamCustomer.parameters(account.key(KeyType.HMAC), exchange.simulator.exchangeTime(), ""));
        JsonNode answer = Exchange.parse(listener.next());
        assertThat(answer.get("status").asInt()).isEqualTo(200);
    }

    private static void ask(WebSocket socket, String method, String parameters) {
        socket.sendText("{\"id\":1,\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                .join();
    }
}
