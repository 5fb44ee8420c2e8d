package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sum of all rows is the truth, and the truth is what the account shows. */
final class ConservationTest {
    private static final Comparator<BigDecimal> BY_VALUE = BigDecimal::compareTo;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void addsUpToTheTruth_fromTheRowsOfAllEndpoints(long seed) {
        Instant midnight = Exchange.day(2);
        try (Exchange exchange = new Exchange(Exchange.settings(seed), folder, midnight.plusSeconds(120))) {
            IndependentBooks books = IndependentBooks.before(exchange, midnight);

            for (SimulatedAccount account : exchange.simulator.accounts()) {
                String uid = account.uid();
                assertSame(books.balances(uid), exchange.simulator.truth().balances(uid, "SPOT", midnight));
                for (String source : List.of("trades", "deposits", "withdrawals", "transfers")) {
                    assertThat(exchange.simulator.truth().rows(source, uid, Exchange.day(-3), midnight))
                            .as(source)
                            .isEqualTo(books.rows(source + " " + uid));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void showsTheTruthInTheAccount_onceLateFillsHaveTakenEffect(long seed) {
        try (Exchange exchange = new Exchange(Exchange.settings(seed), folder, Exchange.day(1))) {
            Truth truth = exchange.simulator.truth();
            long delay = exchange.simulator.switches().effectDelay().toMillis();
            for (int i = 0; i < 60; i++) {
                SimulatedAccount account = exchange.simulator.accounts().get(i % 3);
                JsonNode shown = exchange.json(account, "/api/v3/account", "omitZeroBalances=true");
                Instant change = Instant.ofEpochMilli(shown.get("updateTime").asLong());
                Instant now = exchange.simulator.exchangeTime();
                // No movement is under way where nothing is stamped between the last effect and the answer's end.
                boolean calm = truth.movedAssets(account.uid(), "SPOT", change.plusMillis(1), now)
                        .isEmpty();
                if (calm) {
                    SortedMap<String, BigDecimal> held = new TreeMap<>();
                    for (JsonNode balance : shown.get("balances")) {
                        held.put(
                                balance.get("asset").asText(),
                                amount(balance, "free").add(amount(balance, "locked")));
                        assertThat(amount(balance, "free")).isNotNegative();
                        assertThat(amount(balance, "locked")).isNotNegative();
                    }
                    assertSame(held, truth.balances(account.uid(), "SPOT", now));
                    assertThat(truth.movedAssets(
                                    account.uid(), "SPOT", change.minusMillis(delay), change.plusMillis(1)))
                            .isNotEmpty();
                }
                exchange.time.pass(Duration.ofMinutes(41));
            }
        }
    }

    private static void assertSame(SortedMap<String, BigDecimal> actual, SortedMap<String, BigDecimal> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        assertThat(actual.values()).usingElementComparator(BY_VALUE).containsExactlyElementsOf(expected.values());
    }

    private static BigDecimal amount(JsonNode row, String field) {
        return new BigDecimal(row.get(field).asText());
    }
}
