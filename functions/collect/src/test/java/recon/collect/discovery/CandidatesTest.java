package recon.collect.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.entry.Booking;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;
import recon.ledger.reconcile.Unexplained;
import recon.ledger.symbol.Symbol;
import recon.storage.registry.TradedSymbol;

class CandidatesTest {
    private static final String TRADES = "spot-trades";
    private static final Instant BEFORE = Instant.parse("2026-01-02T00:02:00Z");
    private static final Instant AFTER = Instant.parse("2026-01-03T00:02:00Z");
    private static final List<Symbol> LISTED = Stream.of(
                    "ADA/BNB", "ADA/BTC", "ADA/USDT", "BNB/BTC", "BNB/USDT", "BTC/USDT", "XRP/ADA", "XRP/TRX")
            .map(CandidatesTest::symbol)
            .toList();
    private static final Set<String> SEEN = Set.of("ADA", "BNB", "USDT");

    private static Symbol symbol(String sides) {
        String[] both = sides.split("/", 2);
        return new Symbol(both[0] + both[1], both[0], both[1], "TRADING", true, false);
    }

    private static TradedSymbol traded(String symbol, String run, String lastTrade) {
        Instant at = Instant.parse(lastTrade);
        return new TradedSymbol("7", TRADES, symbol, Map.of(), Optional.of(at), at, at, run, true);
    }

    private static BalanceCapture capture(Instant at, Map<String, String> free) {
        return capture(Wallet.SPOT, at, free);
    }

    private static BalanceCapture capture(Wallet wallet, Instant at, Map<String, String> free) {
        List<AssetBalance> balances = free.entrySet().stream()
                .map(each -> new AssetBalance(each.getKey(), new BigDecimal(each.getValue()), BigDecimal.ZERO))
                .toList();
        return new BalanceCapture("7", wallet, "any", at, at, Optional.empty(), new RawRef("raw", 0), balances);
    }

    private static Booking booking(String id, String asset, String amount) {
        return new Booking(
                "7",
                TRADES,
                id,
                "fill",
                AFTER.minusSeconds(60),
                false,
                Optional.empty(),
                new RawRef("raw", 0),
                List.of(TransferLeg.moved("any", Wallet.SPOT, asset, new BigDecimal(amount), TransferDetails.NONE)));
    }

    private static Candidates candidates(Evidence evidence, TradedSymbol... known) {
        return new Candidates(List.of(new Candidates.Walked(TRADES, LISTED, List.of(known))), "today", SEEN, evidence);
    }

    /** The symbol, and of another source than the trades its name. */
    private static String name(Optional<Question> next) {
        Question question = next.orElseThrow();
        String symbol = question.symbol().name();
        return question.source().equals(TRADES) ? symbol : question.source() + " " + symbol;
    }

    /** Asks until nobody is left, without finding anything. */
    private static List<String> all(Candidates candidates) {
        List<String> asked = new ArrayList<>();
        for (Optional<Question> next = candidates.next(); next.isPresent(); next = candidates.next()) {
            asked.add(name(next));
            candidates.done(next.get().source(), next.get().symbol().name());
        }
        return asked;
    }

    @Test
    void everySymbolOfASeenAsset_andEveryKnownOne_isAskedFor_whenNothingIsKnown() {
        assertThat(all(candidates(new Evidence.None(), traded("XRPTRX", "yesterday", "2026-01-01T00:00:00Z"))))
                .containsExactly("ADAUSDT", "BNBUSDT", "BTCUSDT", "ADABNB", "ADABTC", "BNBBTC", "XRPADA", "XRPTRX");
    }

    @Test
    void onlyTheNamedOnesAreAskedFor_onceInARun() {
        Evidence named = new Evidence.Named(Set.of("BNBBTC", "ADAUSDT", "BTCUSDT"));

        assertThat(all(candidates(named, traded("BTCUSDT", "today", "2026-01-01T00:00:00Z"))))
                .containsExactly("ADAUSDT", "BNBBTC");
    }

    @Test
    void nobodyElseIsAskedFor_onceEverythingIsExplained() {
        Unexplained left = Unexplained.between(
                capture(BEFORE, Map.of("USDT", "100")), capture(AFTER, Map.of("USDT", "40", "ADA", "60")));
        Candidates candidates = candidates(new Evidence.Moved(Set.of("BNBBTC"), List.of(left)));

        assertThat(name(candidates.next())).as("told by the stream").isEqualTo("BNBBTC");
        candidates.done(TRADES, "BNBBTC");
        assertThat(name(candidates.next())).as("both sides moved").isEqualTo("ADAUSDT");
        candidates.done(TRADES, "ADAUSDT");
        candidates.booked(List.of(booking("1", "USDT", "-60")));
        assertThat(name(candidates.next())).as("one side is left").isEqualTo("ADABNB");
        candidates.booked(List.of(booking("2", "ADA", "60")));
        assertThat(candidates.next()).isEmpty();
    }

    @Test
    void everyCandidateIsAskedFor_whatMovedMostFirst_asLongAsSomethingIsLeft() {
        Unexplained left =
                Unexplained.between(capture(BEFORE, Map.of()), capture(AFTER, Map.of("BNB", "1", "BTC", "1")));

        assertThat(all(candidates(
                        new Evidence.Moved(Set.of(), List.of(left)),
                        traded("ADABTC", "yesterday", "2026-01-01T00:00:00Z"),
                        traded("ADABNB", "yesterday", "2026-01-02T00:00:00Z"))))
                .containsExactly("BNBBTC", "ADABNB", "ADABTC", "BNBUSDT", "BTCUSDT", "ADAUSDT", "XRPADA");
    }

    /** Symbols of another source that moves the same wallet. */
    private static Candidates withRouted(Evidence evidence, String... symbols) {
        List<Symbol> routed = LISTED.stream()
                .filter(symbol -> List.of(symbols).contains(symbol.name()))
                .toList();
        return new Candidates(
                List.of(
                        new Candidates.Walked(TRADES, LISTED, List.of()),
                        new Candidates.Walked("routed", routed, List.of())),
                "today",
                SEEN,
                evidence);
    }

    @Test
    void theOtherSourceIsAskedForWhatMovedBothSides_beforeTradesAreForWhatMovedOne() {
        Unexplained left =
                Unexplained.between(capture(BEFORE, Map.of()), capture(AFTER, Map.of("USDT", "1", "BNB", "1")));

        assertThat(all(withRouted(new Evidence.Moved(Set.of("ADABTC"), List.of(left)), "ADABTC", "ADAUSDT", "BNBUSDT")))
                .as("told by the stream; both sides; the other source, both sides; one side; none")
                .containsExactly(
                        "ADABTC",
                        "BNBUSDT",
                        "routed BNBUSDT",
                        "ADAUSDT",
                        "BTCUSDT",
                        "ADABNB",
                        "BNBBTC",
                        "routed ADAUSDT",
                        "XRPADA",
                        "routed ADABTC");
    }

    @Test
    void theOtherSourceIsNotAsked_onceTheTradesExplainEverything() {
        Unexplained left = Unexplained.between(capture(BEFORE, Map.of()), capture(AFTER, Map.of("BNB", "1")));
        Candidates candidates = withRouted(new Evidence.Moved(Set.of("BNBUSDT"), List.of(left)), "BNBUSDT");

        assertThat(name(candidates.next())).isEqualTo("BNBUSDT");
        candidates.done(TRADES, "BNBUSDT");
        candidates.booked(List.of(booking("1", "BNB", "1")));
        assertThat(candidates.next()).isEmpty();
    }

    @Test
    void everySymbolOfBothSourcesIsAskedFor_whenNothingIsKnown() {
        assertThat(all(withRouted(new Evidence.None(), "BNBUSDT", "XRPTRX")))
                .endsWith("XRPADA", "routed BNBUSDT")
                .hasSize(8);
    }

    @Test
    void aPairThatMovedInItsOwnWalletIsAskedFor_andNoOther() {
        Unexplained cross = Unexplained.between(
                capture(Wallet.MARGIN, BEFORE, Map.of("USDT", "5")),
                capture(Wallet.MARGIN, AFTER, Map.of("USDT", "5")));
        Wallet pair = Wallet.isolated("ADABTC");
        Unexplained isolated =
                Unexplained.between(capture(pair, BEFORE, Map.of()), capture(pair, AFTER, Map.of("BTC", "1")));

        assertThat(all(candidates(new Evidence.Moved(Set.of(), List.of(cross, isolated)))))
                .containsExactly("ADABTC");
    }

    @Test
    void thePairThatMovedComesFirst_whereCrossMarginMovedAsWell() {
        Unexplained cross = Unexplained.between(
                capture(Wallet.MARGIN, BEFORE, Map.of()), capture(Wallet.MARGIN, AFTER, Map.of("USDT", "5")));
        Wallet pair = Wallet.isolated("ADABTC");
        Unexplained isolated = Unexplained.between(
                capture(pair, BEFORE, Map.of("ADA", "9")), capture(pair, AFTER, Map.of("BTC", "1")));

        assertThat(all(candidates(new Evidence.Moved(Set.of(), List.of(cross, isolated)))))
                .startsWith("ADABTC", "ADAUSDT", "BNBUSDT", "BTCUSDT")
                .hasSize(7);
    }
}
