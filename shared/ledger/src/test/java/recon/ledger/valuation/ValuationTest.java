package recon.ledger.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.RawRef;
import recon.ledger.symbol.Symbol;

/** Symbols are written BASE/QUOTE here, and a close follows them: {@code ABC/BTC=0.5}; without one there is no candle. */
class ValuationTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-02");
    private static final RawRef RAW = new RawRef("raw/test", 0);

    private static ClosePrice price(String text) {
        String[] parts = text.split("[/=]", -1);
        Optional<BigDecimal> close = parts.length > 2 ? Optional.of(new BigDecimal(parts[2])) : Optional.empty();
        return new ClosePrice(DAY, parts[0] + parts[1], parts[0], parts[1], close, RAW);
    }

    private static DayPrices prices(String texts) {
        return DayPrices.of(Arrays.stream(texts.split(" ", -1))
                .filter(text -> !text.isEmpty())
                .map(ValuationTest::price)
                .toList());
    }

    private static Symbol symbol(String text) {
        String[] parts = text.split("[/:]", -1);
        return new Symbol(
                parts[0] + parts[1], parts[0], parts[1], parts.length > 2 ? parts[2] : "TRADING", true, false);
    }

    /** By hand: 0.000012345678 x 96500.12 = 1.19135940848136; the first way open is the one taken. */
    @ParameterizedTest
    @CsvSource({
        "USDT, '', 1",
        "ABC, ABC/USDT=2.15, 2.15",
        "ABC, ABC/BTC=0.000012345678 BTC/USDT=96500.12, 1.19135940848136",
        "ABC, ABC/USDT=3 ABC/BTC=1 BTC/USDT=2, 3",
        "ABC, ABC/USDT ABC/BTC=0.5 BTC/USDT=4, 2.0",
        "ABC, ABC/USDT ABC/BTC ABC/BNB=2 BNB/USDT=900.5, 1801.0",
        "ABC, ABC/BTC=7 BTC/USDT ABC/ETH=0.1 ETH/USDT=3000, 300.0",
        "ABC, ABC/FDUSD=5 FDUSD/USDT=0.999, 4.995",
        "ABC, ABC/USDC=5 USDC/USDT=1.001, 5.005",
        "USDC, USDC/USDT=1.001, 1.001",
        "BTC, BTC/USDT=96500.12, 96500.12",
        "BTC, BTC/FDUSD=90000 FDUSD/USDT=1, 90000"
    })
    void assetIsWorth_whatTheFirstOpenWaySays(String asset, String known, BigDecimal expected) {
        assertThat(prices(known).usd(asset))
                .hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"ABC, ''", "ABC, ABC/USDT", "ABC, ABC/BTC=3", "ABC, USDT/ABC=3", "ABC, ABC/TRY=3 TRY/USDT=2"})
    void assetHasNoPrice_whereNoWayIsOpen(String asset, String known) {
        assertThat(prices(known).usd(asset)).isEmpty();
    }

    @Test
    void onlySymbolsThatAreNeeded_areAskedFor() {
        PriceSearch search = new PriceSearch(List.of(
                symbol("BTC/USDT"), symbol("ETH/USDT"), symbol("ETH/BTC"), symbol("XRP/BTC"), symbol("XRP/BNB")));

        assertThat(asked(search, Set.of("USDT", "XRP"), Set.of())).containsExactly("XRPBTC", "BTCUSDT");
        assertThat(asked(search, Set.of("BTC", "XRP"), Set.of())).containsExactly("BTCUSDT", "XRPBTC");
        assertThat(asked(search, Set.of("USDT"), Set.of())).isEmpty();
        assertThat(asked(search, Set.of("ABC"), Set.of())).isEmpty();
    }

    @Test
    void nextWayIsTried_onlyWhenTheFirstHasNoCandle() {
        PriceSearch search = new PriceSearch(List.of(
                symbol("ABC/USDT:BREAK"),
                symbol("ABC/BTC"),
                symbol("ABC/ETH"),
                symbol("BTC/USDT"),
                symbol("ETH/USDT")));

        assertThat(asked(search, Set.of("ABC"), Set.of("ABCUSDT"))).containsExactly("ABCUSDT", "ABCBTC", "BTCUSDT");
        assertThat(asked(search, Set.of("ABC"), Set.of("ABCUSDT", "ABCBTC")))
                .containsExactly("ABCUSDT", "ABCBTC", "ABCETH", "ETHUSDT");
        assertThat(asked(search, Set.of("ABC"), Set.of("ABCUSDT", "BTCUSDT")))
                .containsExactly("ABCUSDT", "ABCBTC", "BTCUSDT", "ABCETH", "ETHUSDT");
    }

    @Test
    void symbolThatTrades_isAskedForBeforeOneThatDoesNot() {
        PriceSearch search = new PriceSearch(List.of(
                new Symbol("ABCUSDT", "ABC", "USDT", "BREAK", true, false),
                new Symbol("ABC2USDT", "ABC", "USDT", "TRADING", true, false)));

        assertThat(asked(search, Set.of("ABC"), Set.of())).containsExactly("ABC2USDT");
    }

    /** Asking always comes to an end, asks for nothing twice, and then nothing is left that could still be asked for. */
    @Property(tries = 200)
    void searchEnds_andAsksForNothingTwice(
            @ForAll @Size(max = 25) Set<@IntRange(min = 0, max = 35) Integer> listed,
            @ForAll Set<@IntRange(min = 0, max = 35) Integer> without) {
        List<String> assets = List.of("USDT", "BTC", "BNB", "ETH", "ABC", "DEF");
        List<Symbol> symbols = new ArrayList<>();
        Set<String> silent = new HashSet<>();
        for (int pair : listed) {
            String base = assets.get(pair / 6);
            String quote = assets.get(pair % 6);
            if (!base.equals(quote)) {
                symbols.add(symbol(base + "/" + quote));
            }
            if (without.contains(pair)) {
                silent.add(base + quote);
            }
        }

        List<String> asked = asked(new PriceSearch(symbols), assets, silent);

        assertThat(asked).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(symbols.size());
        DayPrices known = after(symbols, asked, silent);
        DayPrices all = after(symbols, symbols.stream().map(Symbol::name).toList(), silent);
        assets.forEach(asset -> assertThat(known.usd(asset)).as(asset).isEqualTo(all.usd(asset)));
    }

    @Test
    void closeOfZero_isNoPrice() {
        assertThatThrownBy(() -> price("ABC/USDT=0")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Asks until there is nothing to ask; every close is 2, except where the exchange has no candle. */
    private static List<String> asked(PriceSearch search, Collection<String> assets, Set<String> without) {
        List<String> asked = new ArrayList<>();
        List<ClosePrice> known = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Optional<Symbol> next = search.next(assets, DayPrices.of(known));
            if (next.isEmpty()) {
                return asked;
            }
            asked.add(next.get().name());
            known.add(close(next.get(), without));
        }
        throw new AssertionError("it asks without end: " + asked);
    }

    private static DayPrices after(List<Symbol> symbols, List<String> asked, Set<String> without) {
        return DayPrices.of(symbols.stream()
                .filter(symbol -> asked.contains(symbol.name()))
                .map(symbol -> close(symbol, without))
                .toList());
    }

    private static ClosePrice close(Symbol symbol, Set<String> without) {
        Optional<BigDecimal> close =
                without.contains(symbol.name()) ? Optional.empty() : Optional.of(BigDecimal.valueOf(2));
        return new ClosePrice(DAY, symbol.name(), symbol.baseAsset(), symbol.quoteAsset(), close, RAW);
    }
}
