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
        return new TradedSymbol("7", "spot-trades", symbol, Map.of(), Optional.of(at), at, at, run, true);
    }

    private static BalanceCapture capture(Instant at, Map<String, String> free) {
        List<AssetBalance> balances = free.entrySet().stream()
                .map(each -> new AssetBalance(each.getKey(), new BigDecimal(each.getValue()), BigDecimal.ZERO))
                .toList();
        return new BalanceCapture("7", Wallet.SPOT, "any", at, at, Optional.empty(), new RawRef("raw", 0), balances);
    }

    private static Booking booking(String id, String asset, String amount) {
        return new Booking(
                "7",
                "spot-trades",
                id,
                "fill",
                AFTER.minusSeconds(60),
                false,
                Optional.empty(),
                new RawRef("raw", 0),
                List.of(TransferLeg.moved("any", Wallet.SPOT, asset, new BigDecimal(amount), TransferDetails.NONE)));
    }

    private static Candidates candidates(Evidence evidence, TradedSymbol... known) {
        return new Candidates(LISTED, List.of(known), "today", SEEN, evidence);
    }

    /** Asks until nobody is left, without finding anything. */
    private static List<String> all(Candidates candidates) {
        List<String> asked = new ArrayList<>();
        for (Optional<Symbol> next = candidates.next(); next.isPresent(); next = candidates.next()) {
            asked.add(next.get().name());
            candidates.done(next.get().name());
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
        Candidates candidates = candidates(new Evidence.Moved(Set.of("BNBBTC"), left));

        assertThat(candidates.next().orElseThrow().name())
                .as("told by the stream")
                .isEqualTo("BNBBTC");
        candidates.done("BNBBTC");
        assertThat(candidates.next().orElseThrow().name())
                .as("both sides moved")
                .isEqualTo("ADAUSDT");
        candidates.done("ADAUSDT");
        candidates.booked(List.of(booking("1", "USDT", "-60")));
        assertThat(candidates.next().orElseThrow().name())
                .as("one side is left")
                .isEqualTo("ADABNB");
        candidates.booked(List.of(booking("2", "ADA", "60")));
        assertThat(candidates.next()).isEmpty();
    }

    @Test
    void everyCandidateIsAskedFor_whatMovedMostFirst_asLongAsSomethingIsLeft() {
        Unexplained left =
                Unexplained.between(capture(BEFORE, Map.of()), capture(AFTER, Map.of("BNB", "1", "BTC", "1")));

        assertThat(all(candidates(
                        new Evidence.Moved(Set.of(), left),
                        traded("ADABTC", "yesterday", "2026-01-01T00:00:00Z"),
                        traded("ADABNB", "yesterday", "2026-01-02T00:00:00Z"))))
                .containsExactly("BNBBTC", "ADABNB", "ADABTC", "BNBUSDT", "BTCUSDT", "ADAUSDT", "XRPADA");
    }
}
