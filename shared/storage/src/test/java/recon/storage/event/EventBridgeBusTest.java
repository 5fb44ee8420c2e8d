package recon.storage.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.StorageException;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;

/** Against a stub that speaks EventBridge's protocol: it takes every event but those of type Refused. */
class EventBridgeBusTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<JsonNode> calls = new ArrayList<>();
    private HttpServer server;
    private AwsClients clients;
    private EventBridgeBus bus;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            JsonNode call = JSON.readTree(exchange.getRequestBody());
            calls.add(call);
            byte[] answer = answer(call).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Optional<URI> none = Optional.empty();
        AwsSettings settings =
                new AwsSettings("eu-central-1", none, none, none, Optional.of(uri), "recon", "bucket", "the-bus");
        clients = AwsClients.create(settings);
        bus = new EventBridgeBus(clients, settings);
    }

    @AfterEach
    void stop() {
        clients.close();
        server.stop(0);
    }

    private static String answer(JsonNode call) {
        var entries = JSON.createArrayNode();
        int failed = 0;
        for (JsonNode entry : call.path("Entries")) {
            if (entry.path("DetailType").asText().equals("Refused")) {
                failed++;
                entries.addObject().put("ErrorCode", "ThrottlingException").put("ErrorMessage", "slow down");
            } else {
                entries.addObject().put("EventId", "given-by-aws");
            }
        }
        return JSON.createObjectNode()
                .put("FailedEntryCount", failed)
                .<ObjectNode>set("Entries", entries)
                .toString();
    }

    private static DomainEvent event(String type, int n) {
        return new DomainEvent(
                type + "#" + n, type, "recon.collect", Instant.parse("2026-01-05T10:00:00Z"), "{\"n\":" + n + "}");
    }

    @Test
    void eventArrivesWithItsOwnId_amongItsResources() {
        bus.publish(List.of(event("CollectionCompleted", 1)));

        JsonNode entry = calls.getFirst().path("Entries").get(0);
        assertThat(entry.path("EventBusName").asText()).isEqualTo("the-bus");
        assertThat(entry.path("Source").asText()).isEqualTo("recon.collect");
        assertThat(entry.path("DetailType").asText()).isEqualTo("CollectionCompleted");
        assertThat(entry.path("Resources").get(0).asText()).isEqualTo("CollectionCompleted#1");
        assertThat(entry.path("Detail").asText()).isEqualTo("{\"n\":1}");
        assertThat(entry.path("Time").asLong()).isEqualTo(1767607200L);
    }

    @Test
    void tenEventsAreOneCall_andMoreAreMore() {
        bus.publish(IntStream.range(0, 23).mapToObj(i -> event("X", i)).toList());

        assertThat(calls).extracting(c -> c.path("Entries").size()).containsExactly(10, 10, 3);
        assertThatCode(() -> bus.publish(List.of())).doesNotThrowAnyException();
    }

    @Test
    void errorNamesTheRefusedEvents_whenOthersOfTheCallWereTaken() {
        assertThatThrownBy(() -> bus.publish(List.of(event("Fine", 1), event("Refused", 2))))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining("Refused#2 (ThrottlingException: slow down)")
                .hasMessageNotContaining("Fine#1");
    }

    @Test
    void refused_whenADetailIsNoObject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DomainEvent("id", "T", "s", Instant.EPOCH, "\"text\""));
    }
}
