package recon.collect.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recon.ledger.symbol.Symbol;
import recon.storage.registry.TradedSymbol;

class RoundTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 30;
    private static final Round ROUND = new Round(DAYS);
    private static final List<Symbol> SYMBOLS = IntStream.range(0, 300)
            .mapToObj(i -> new Symbol("A" + i + "USDT", "A" + i, "USDT", "TRADING", true, false))
            .toList();

    private static TradedSymbol read(String symbol, Instant at) {
        return new TradedSymbol("7", "spot-trades", symbol, Map.of(), Optional.empty(), at, at, "run", false);
    }

    private static Set<String> turn(LocalDate day, TradedSymbol... read) {
        return ROUND.on(day, "7", SYMBOLS, List.of(read)).symbols();
    }

    /** The run of a day reads on the morning after. */
    private static Instant morningAfter(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.of(0, 5)).toInstant(ZoneOffset.UTC);
    }

    @Test
    void everySymbolHasItsTurnOnce_inARound() {
        Map<String, Integer> turns = new HashMap<>();
        for (int i = 0; i < DAYS; i++) {
            turn(FIRST.plusDays(i)).forEach(symbol -> turns.merge(symbol, 1, Integer::sum));
        }

        assertThat(turns)
                .hasSize(SYMBOLS.size())
                .allSatisfy((_, times) -> assertThat(times).isOne());
    }

    @Test
    void everySymbolIsReadOnce_inARound_whenEachRunReadsWhatIsDue() {
        Map<String, TradedSymbol> known = new HashMap<>();
        Map<String, Integer> turns = new HashMap<>();
        for (int i = 0; i < 2 * DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            turn(day, known.values().toArray(TradedSymbol[]::new)).forEach(symbol -> {
                known.put(symbol, read(symbol, morningAfter(day)));
                turns.merge(symbol, 1, Integer::sum);
            });
        }

        assertThat(turns)
                .hasSize(SYMBOLS.size())
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(2));
    }

    @Test
    void aKnownSymbolComesLater_whenItsOwnDayWasMissed() {
        String missed = turn(FIRST).iterator().next();
        TradedSymbol lastRound = read(missed, morningAfter(FIRST.minusDays(DAYS)));

        assertThat(turn(FIRST.plusDays(3), lastRound)).contains(missed);
        assertThat(turn(FIRST.plusDays(3), read(missed, morningAfter(FIRST.plusDays(2)))))
                .as("read meanwhile, whatever the reason was")
                .doesNotContain(missed);
    }

    @Test
    void aRoundOfNoDays_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Round(0)).withMessageContaining("1 or more");
    }
}
