package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.simulator.stream.LoadEmitter;

final class LoadTest {
    @TempDir
    private Path folder;

    private Exchange exchange;
    private StreamCustomer customer;
    private LoadEmitter emitter;

    @BeforeEach
    void open() {
        exchange = Exchange.ordinary(folder);
        customer = new StreamCustomer(exchange);
        exchange.simulator.accounts().forEach(customer::subscribe);
        emitter = new LoadEmitter(
                exchange.simulator.streams(),
                exchange.simulator.accounts().stream()
                        .map(SimulatedAccount::uid)
                        .toList());
        customer.events();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void emitsLivesOfOrders_toAllAccountsInTurn_countedAndStamped() {
        Instant due = Instant.parse("2026-05-01T10:00:00.123456Z");
        emitter.emitNow(3_000, due);
        List<JsonNode> events = customer.events().stream().map(Exchange::parse).toList();
        Map<String, BigDecimal> filled = new HashMap<>();
        long last = events.getFirst().at("/event/I").asLong() - 1;
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i).get("event");
            assertThat(events.get(i).get("subscriptionId").asInt()).isEqualTo(i % 3);
            assertThat(event.get("I").asLong()).isEqualTo(++last);
            assertThat(event.get("E").asLong()).isEqualTo(due.toEpochMilli());
            assertThat(event.get("c").asText()).isEqualTo("load-1777629600123456");
            BigDecimal sum = filled.merge(
                    event.get("i").asText(), new BigDecimal(event.get("l").asText()), BigDecimal::add);
            assertThat(new BigDecimal(event.get("z").asText())).isEqualByComparingTo(sum);
            assertThat(event.get("X").asText().equals("FILLED"))
                    .isEqualTo(sum.compareTo(new BigDecimal(event.get("q").asText())) == 0);
        }

        assertThat(events).hasSize(3_000);
        assertThat(exchange.simulator.streams().deliveries().published()).isEqualTo(3_000);
        assertThat(exchange.simulator.streams().deliveries().all()).isEmpty();
    }

    @Test
    void sendsAllOfARun_andNothingToWhoIsNotSubscribed() {
        customer.ask("userDataStream.unsubscribe", "{\"subscriptionId\":1}");
        customer.events();
        LoadEmitter.Run run = emitter.emit(60_000, Duration.ofMillis(50));

        assertThat(run.reports()).isEqualTo(3_000);
        assertThat(customer.events()).hasSize(2_000).noneMatch(event -> event.startsWith("{\"subscriptionId\":1,"));
    }
}
