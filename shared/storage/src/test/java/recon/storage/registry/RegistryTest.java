package recon.storage.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.testing.Samples.RAW;
import static recon.storage.testing.Samples.at;
import static recon.storage.testing.Samples.d;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.ledger.symbol.Contract;
import recon.ledger.symbol.ContractListing;
import recon.ledger.symbol.Symbol;
import recon.ledger.symbol.SymbolListing;
import recon.ledger.valuation.ClosePrice;
import recon.ledger.valuation.DayPrices;
import recon.ledger.valuation.PriceSearch;
import recon.storage.testing.Installation;

class RegistryTest {
    private static final Instant T1 = at("2026-01-05T00:00:00Z");
    private static final Instant T2 = at("2026-01-06T00:00:00.123456Z");
    private static final Instant T3 = at("2026-01-07T00:00:00Z");
    private Registry registry;

    @BeforeEach
    void install() {
        Installation installation = Installation.fresh();
        registry = new Registry(installation.clients(), installation.settings());
    }

    private static Symbol symbol(String base, String status) {
        return new Symbol(base + "USDT", base, "USDT", status, true, false);
    }

    private static SymbolListing listing(Instant at, Symbol... symbols) {
        return new SymbolListing(at, List.of(symbols), Map.of("REQUEST_WEIGHT:1MINUTE", 6000));
    }

    @Test
    void symbolStaysKnown_afterItLeftTheList() {
        registry.listed(listing(T1, symbol("BTC", "TRADING"), symbol("币安人生", "TRADING")));

        registry.listed(listing(T2, symbol("BTC", "BREAK")));

        assertThat(registry.symbols()).containsExactly(symbol("BTC", "BREAK"), symbol("币安人生", "TRADING"));
    }

    @Test
    void newestFactsWin_whenAnOlderListingIsReplayed() {
        registry.listed(listing(T1, symbol("BTC", "TRADING")));
        registry.listed(listing(T3, symbol("BTC", "TRADING")));

        registry.listed(new SymbolListing(
                T2, List.of(symbol("BTC", "BREAK"), symbol("OLD", "BREAK")), Map.of("REQUEST_WEIGHT:1MINUTE", 1)));

        assertThat(registry.symbols()).containsExactly(symbol("BTC", "TRADING"), symbol("OLD", "BREAK"));
        assertThat(registry.limits().spot()).contains(Map.of("REQUEST_WEIGHT:1MINUTE", 6000));
    }

    @Test
    void nothingIsKnown_beforeTheFirstListing() {
        assertThat(registry.symbols()).isEmpty();
        assertThat(registry.limits().spot()).isEmpty();
    }

    @Test
    void everySymbolComesBack_whenThereAreThousands() {
        Symbol[] all = IntStream.range(0, 4000)
                .mapToObj(i -> symbol("COIN" + (10_000 + i), "TRADING"))
                .toArray(Symbol[]::new);

        registry.listed(listing(T1, all));

        assertThat(registry.symbols()).containsExactly(all);
    }

    @Test
    void assetsAddUp_andOnlyForTheirAccount() {
        registry.seen("7", List.of("BTC", "BTC", "LDBTC"), T2);
        registry.seen("7", List.of("ETH", "BTC"), T1);
        registry.seen("77", List.of("USDT"), T1);

        assertThat(registry.assetsSeen("7")).isEqualTo(Set.of("BTC", "LDBTC", "ETH"));
        assertThat(registry.assetsSeen("8")).isEmpty();
    }

    @Test
    void tradedSymbolIsReplaced_whenItIsPutAgain() {
        TradedSymbol first =
                new TradedSymbol("7", "spot-trades", "BTCUSDT", Map.of(), Optional.empty(), T1, T1, "collect-1", true);
        TradedSymbol second = new TradedSymbol(
                "7", "spot-trades", "BTCUSDT", Map.of("fromId", "28"), Optional.of(T1), T1, T3, "collect-2", false);
        registry.put(first);
        registry.put(new TradedSymbol(
                "7", "margin-trades", "BTCUSDT", Map.of(), Optional.empty(), T1, T1, "collect-1", true));

        registry.put(second);

        assertThat(registry.traded("7", "spot-trades", "BTCUSDT")).contains(second);
        assertThat(registry.traded("7", "spot-trades")).containsExactly(second);
        assertThat(registry.traded("7", "spot-trades", "ETHUSDT")).isEmpty();
    }

    @Test
    void errorStaysResolved_whenItIsMetAgain() {
        ReconciliationError open = new ReconciliationError(
                "e1", T1, "7", "INVALID_SYMBOL", "BTCUSDT", "unknown symbol", "raw/x", true, Optional.empty(), "");
        ReconciliationError resolved = new ReconciliationError(
                "e1",
                T1,
                "7",
                "INVALID_SYMBOL",
                "BTCUSDT",
                "unknown symbol",
                "raw/x",
                true,
                Optional.of(T3),
                "it is delisted");
        registry.put(open);
        assertThat(registry.errors("7")).containsExactly(open);

        registry.put(resolved);
        registry.put(open);

        assertThat(registry.errors("7")).containsExactly(resolved);
        assertThat(registry.errors("8")).isEmpty();
    }

    private static ReconciliationError difference(String asset) {
        return new ReconciliationError(
                "close/2026-01-05/SNAPSHOT_DIFFERS/SPOT/" + asset,
                T1,
                "9",
                "SNAPSHOT_DIFFERS",
                asset,
                "differs",
                "",
                true,
                Optional.empty(),
                "");
    }

    @Test
    void errorIsGone_whenItIsNotFoundAgain_andOpensWhenItIs() {
        ReconciliationError btc = difference("BTC");
        ReconciliationError eth = difference("ETH");
        ReconciliationError other = new ReconciliationError(
                "close/2026-01-06/SNAPSHOT_DIFFERS/SPOT/BTC", T1, "9", "X", "BTC", "x", "", true, Optional.empty(), "");
        registry.put(other);
        registry.replace("9", "close/2026-01-05/", List.of(btc, eth), T1);
        assertThat(registry.errors("9")).containsExactly(btc, eth, other);

        registry.replace("9", "close/2026-01-05/", List.of(eth), T3);
        assertThat(registry.errors("9")).containsExactly(btc.settled(T3, ReconciliationError.GONE), eth, other);

        registry.replace("9", "close/2026-01-05/", List.of(btc), T3);
        assertThat(registry.errors("9")).containsExactly(btc, eth.settled(T3, ReconciliationError.GONE), other);
    }

    @Test
    void errorThatAPersonSettled_isNotTouchedByTheNextCheck() {
        ReconciliationError settled = difference("ADA").settled(T3, "the exchange has mended its snapshot");
        registry.put(settled);

        registry.replace("9", "close/2026-01-05/SNAPSHOT_DIFFERS/SPOT/ADA", List.of(difference("ADA")), T3);
        registry.replace("9", "close/2026-01-05/SNAPSHOT_DIFFERS/SPOT/ADA", List.of(), T3);

        assertThat(registry.error("9", settled.id())).contains(settled);
    }

    @Test
    void pricesAreKeptByDay_andAsWellThatThereWasNone() {
        LocalDate day = LocalDate.parse("2026-01-05");
        ClosePrice bitcoin = new ClosePrice(day, "BTCUSDT", "BTC", "USDT", Optional.of(d("96500.12000001")), RAW);
        ClosePrice none = new ClosePrice(day, "币安人生USDT", "币安人生", "USDT", Optional.empty(), RAW);
        registry.priced(List.of(bitcoin, none));
        registry.priced(List.of(bitcoin));

        DayPrices prices = registry.prices(day);

        assertThat(prices.usd("BTC")).hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("96500.12000001"));
        assertThat(prices.usd("币安人生")).isEmpty();
        assertThat(new PriceSearch(List.of(new Symbol("币安人生USDT", "币安人生", "USDT", "TRADING", true, false)))
                        .next(List.of("币安人生"), prices))
                .as("what was asked for is not asked for again")
                .isEmpty();
        assertThat(registry.prices(day.minusDays(1)).usd("BTC")).isEmpty();
    }

    /** A contract may have the name of a spot symbol. */
    @Test
    void contractsAndTheirLimits_areKeptBesideTheSymbols() {
        Contract contract = new Contract("BTCUSDT", "BTCUSDT", "PERPETUAL", "BTC", "USDT", "USDT", "TRADING");
        Symbol routed = new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, true, true);
        registry.listed(listing(T1, routed));
        registry.listed(new ContractListing(T1, List.of(contract), Map.of("REQUEST_WEIGHT:1MINUTE", 2400)));

        assertThat(registry.symbols()).containsExactly(routed);
        assertThat(registry.contracts()).containsExactly(contract);
        assertThat(registry.limits().spot()).contains(Map.of("REQUEST_WEIGHT:1MINUTE", 6000));
        assertThat(registry.limits().futures()).contains(Map.of("REQUEST_WEIGHT:1MINUTE", 2400));
    }

    @Test
    void usedContracts_areThoseOfTheAccount_withTheLatestTime() {
        Instant early = Instant.parse("2026-01-01T02:00:00Z");
        Instant late = early.plusSeconds(1);
        registry.used("1", List.of("BTCUSDT", "ETHUSDT", "BTCUSDT"), late);
        registry.used("1", List.of("BTCUSDT", "币安人生USDT"), early);
        registry.used("1", List.of("ETHUSDT"), late.plusSeconds(1));
        registry.used("2", List.of("XRPUSDT"), early);

        assertThat(registry.usedContracts("1"))
                .containsOnly(
                        Map.entry("BTCUSDT", late),
                        Map.entry("ETHUSDT", late.plusSeconds(1)),
                        Map.entry("币安人生USDT", early));
        assertThat(registry.usedContracts("3")).isEmpty();
    }

    @Test
    void whatHasBeenReadUpToAMoment_isNotSetBackByAnEarlierOne() {
        registry.synced("1", "futures-income", T3);
        registry.synced("1", "futures-income", T1);
        registry.synced("2", "futures-income", T1);

        assertThat(registry.synced("1", "futures-income")).contains(T3);
        assertThat(registry.synced("2", "futures-income")).contains(T1);
        assertThat(registry.synced("1", "futures-force-orders")).isEmpty();
    }
}
