package recon.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.source.Page;
import recon.ledger.row.Final;

/** What is compared does the same work: the same rows, and the same sums as far as floating point can hold them. */
class RawPageToEntriesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000})
    void bookingsAndDoublesComeToTheSameSums(int rows) throws IOException {
        RawPageToEntries benchmark = new RawPageToEntries(rows);
        benchmark.page();
        Page page = benchmark.bookings();
        assertThat(page.rows()).isEqualTo(rows);
        Map<String, BigDecimal> exact = new TreeMap<>();
        page.observations().stream()
                .map(Final.class::cast)
                .flatMap(row -> row.booking().legs().stream())
                .forEach(leg -> exact.merge(leg.asset(), leg.amount(), BigDecimal::add));
        Map<String, Double> floating = benchmark.mapsAndDoubles();
        assertThat(exact).containsOnlyKeys("BTC", "USDT", "BNB");
        assertThat(floating).hasSameSizeAs(exact);
        exact.forEach(
                (asset, sum) -> assertThat(floating.get(asset)).as(asset).isCloseTo(sum.doubleValue(), within(1e-3)));
        assertThat(benchmark.treeOnly()).hasSize(rows);
    }
}
