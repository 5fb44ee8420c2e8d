package recon.binance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import recon.binance.client.ExchangeClient;
import recon.binance.source.Phase;
import recon.binance.source.Reach;
import recon.binance.source.Rhythm;
import recon.binance.source.Source;
import recon.binance.source.Sources;

class ExchangeJsonTest {
    private final ObjectMapper json = ExchangeJson.mapper();

    /** A row with money in it. */
    record Money(BigDecimal a, Long n) {}

    @Test
    void decimalsKeepEveryDigit_fromTextsAndFromNumbers() throws JsonProcessingException {
        String digits = "12345678901234567890.123456789012345600";
        assertThat(json.readValue("{\"a\":\"" + digits + "\"}", Money.class).a())
                .isEqualTo(new BigDecimal(digits));
        assertThat(json.readValue("{\"a\":" + digits + "}", Money.class).a()).isEqualTo(new BigDecimal(digits));
        JsonNode tree = json.readTree("{\"a\":" + digits + "}");
        assertThat(tree.get("a").decimalValue()).isEqualTo(new BigDecimal(digits));
    }

    @Test
    void decimalsAreWrittenPlain_neverWithAnExponent() throws JsonProcessingException {
        assertThat(json.writeValueAsString(new Money(new BigDecimal("1E-8"), 1L)))
                .contains("0.00000001");
    }

    @Test
    void anIdWithAFraction_isNotRounded() {
        assertThatThrownBy(() -> json.readValue("{\"n\":1.9}", Money.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void everyRecordThatIsReadIsListed_soThatANativeImageKnowsIt() throws URISyntaxException, IOException {
        Path root = Path.of(ExchangeClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            List<Class<?>> read = files.filter(file -> file.toString().matches(".*(Row|Body|ServerTime)\\.class"))
                    .<Class<?>>map(file -> load(root.relativize(file).toString()))
                    .filter(Class::isRecord)
                    .toList();
            assertThat(ExchangeJson.types())
                    .containsExactlyInAnyOrderElementsOf(read)
                    .hasSizeGreaterThan(8);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace('/', '.').substring(0, file.length() - ".class".length()));
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Test
    void everySourceHasANameOfItsOwn_andAReach() {
        List<Source> sources = Sources.spot(json);
        assertThat(sources.stream().map(Source::name))
                .containsExactlyInAnyOrder(
                        "exchange-info",
                        "api-restrictions",
                        "spot-account",
                        "spot-trades",
                        "open-orders",
                        "spot-orders",
                        "order-amendments",
                        "stp-orders",
                        "deposits",
                        "withdrawals",
                        "universal-transfers",
                        "sub-transfers",
                        "spot-snapshot",
                        "klines");
        assertThat(sources.stream().filter(Source::perSymbol).map(Source::name))
                .containsExactly("spot-trades", "spot-orders", "stp-orders", "klines");
        assertThat(sources.stream().filter(Source::checksStream).map(Source::name))
                .containsExactly("open-orders", "spot-orders", "order-amendments");
        assertThat(sources.stream().filter(s -> s.reach() == Reach.EXCHANGE).map(Source::name))
                .containsExactly("exchange-info", "klines");
        assertThat(sources.stream().filter(s -> s.reach() == Reach.MAIN).map(Source::name))
                .containsExactly("universal-transfers");
        assertThat(sources.stream().filter(s -> s.reach() == Reach.SUB).map(Source::name))
                .containsExactly("sub-transfers");
    }

    @Test
    void keysComeFirstAndTradesBeforeTheWitnesses_whateverTheOrderOfTheList() {
        List<String> byPhase = Sources.spot(json).stream()
                .sorted(Comparator.comparing(Source::phase).thenComparing(Source::name))
                .map(Source::name)
                .toList();
        assertThat(byPhase)
                .containsExactly(
                        "api-restrictions",
                        "exchange-info",
                        "spot-account",
                        "deposits",
                        "open-orders",
                        "sub-transfers",
                        "universal-transfers",
                        "withdrawals",
                        "spot-trades",
                        "spot-orders",
                        "stp-orders",
                        "klines",
                        "spot-snapshot",
                        "order-amendments");
    }

    /** Names are the keys of archive and books: a source of the other wallets must not take one that is taken. */
    @Test
    void sourcesOfTheOtherWallets_haveNamesAndPhasesOfTheirOwn() {
        List<Source> wallets = Sources.wallets(json);
        List<String> taken = Sources.spot(json).stream().map(Source::name).toList();
        assertThat(wallets.stream().map(Source::name))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(taken)
                .hasSize(24);
        assertThat(wallets.stream().filter(s -> s.phase() == Phase.CAPTURES).map(Source::name))
                .containsExactlyInAnyOrder("funding-account", "futures-account", "margin-account", "isolated-account");
        assertThat(wallets.stream().filter(Source::perSymbol).map(Source::name))
                .containsExactlyInAnyOrder("margin-trades", "sor-allocations");
        assertThat(wallets.stream().filter(s -> s.reach() == Reach.MAIN).map(Source::name))
                .containsExactlyInAnyOrder("sub-deposits", "legacy-transfers", "sub-accounts");
        assertThat(wallets.stream().filter(s -> s.reach() == Reach.EXCHANGE).map(Source::name))
                .containsExactly("futures-info");
    }

    /** They book nothing, and no day is closed by them. */
    @Test
    void sourcesOfFuturesPositions_haveNamesOfTheirOwn_andNoneIsReadDaily() {
        List<Source> futures = Sources.futures(json);
        List<String> taken = Stream.of(Sources.spot(json), Sources.wallets(json))
                .flatMap(List::stream)
                .map(Source::name)
                .toList();
        assertThat(futures.stream().map(Source::name)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(taken);
        assertThat(futures).noneMatch(source -> source.rhythms().contains(Rhythm.DAILY));
        assertThat(Sources.all(json).stream()
                        .filter(source -> source.rhythms().size() == 2)
                        .map(Source::name))
                .containsExactlyInAnyOrder("api-restrictions", "futures-info", "futures-income");
        assertThat(futures.stream().filter(Source::perSymbol).map(Source::name))
                .containsExactly(
                        "futures-trades",
                        "futures-orders",
                        "futures-algo-orders",
                        "funding-rates",
                        "futures-minute-klines");
        assertThat(futures.stream().filter(s -> s.reach() == Reach.EXCHANGE).map(Source::name))
                .containsExactly("funding-rates", "futures-minute-klines");
    }
}
