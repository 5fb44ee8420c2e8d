package recon.collect.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.storage.registry.TradedSymbol;

class ContractEvidenceTest {
    private static final Instant ASKED = Instant.parse("2026-01-05T06:00:00Z");
    private static final Instant BEFORE = ASKED.minus(Duration.ofMillis(1));
    private static final Instant SINCE = ASKED.plus(Duration.ofMillis(1));

    private static TradedSymbol asked(String contract, Map<String, String> bookmark) {
        return new TradedSymbol(
                "7", "futures-orders", contract, bookmark, Optional.empty(), ASKED, ASKED, "collect-futures-1", true);
    }

    @Test
    void whatWasNotedSince_orNeverAskedFor_isAskedFor_andNothingElse() {
        assertThat(ContractEvidence.since(
                        Map.of("NEWUSDT", BEFORE, "OLDUSDT", BEFORE, "SAMEUSDT", ASKED, "USEDUSDT", SINCE),
                        List.of(
                                asked("OLDUSDT", Map.of("orderId", "7")),
                                asked("SAMEUSDT", Map.of()),
                                asked("USEDUSDT", Map.of()),
                                asked("GONEUSDT", Map.of()))))
                .containsExactlyInAnyOrder("NEWUSDT", "USEDUSDT");
    }

    @Test
    void anOrderThatMayStillChange_isAskedForAgain() {
        assertThat(ContractEvidence.since(
                        Map.of("OLDUSDT", BEFORE), List.of(asked("OLDUSDT", Map.of("orderId", "7", "open", "1")))))
                .containsExactly("OLDUSDT");
    }
}
