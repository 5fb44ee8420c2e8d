package recon.aggregate.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.aggregate.doubt.Doubts;
import recon.storage.event.FuturesRequest;
import recon.storage.registry.ReconciliationError;

/** A collection of which fills or income could not be read. A round trip was closed in the first minutes of the day. */
class UnreadTest {
    private static final String AGAIN = "futures-resync-7-unread-2026-01-01-2026-01-01-1";

    private final Scene scene = new Scene();

    @BeforeEach
    void aTradeThatIsKnown() {
        scene.at("2026-01-01T04:00:00Z");
        scene.fills(RoundTrip.BUY, RoundTrip.SELL);
        scene.income(RoundTrip.FEE_IN, RoundTrip.FEE_OUT, RoundTrip.PROFIT);
        scene.collected();
        assertThat(inDoubt()).isFalse();
    }

    private boolean inDoubt() {
        assertThat(scene.stored()).hasSize(1);
        return scene.stored().getFirst().entry().system().needsResync();
    }

    @ParameterizedTest
    @CsvSource({"futures-trades", "futures-income"})
    void whatFailedIsAskedForAgain_andTradesOfTheTimeAreInDoubt_untilItIsRead(String list) {
        scene.at("2026-01-01T08:00:00Z");
        scene.collectedWithout("collect-futures-8", list, "FAILED");

        LocalDate day = LocalDate.parse("2026-01-01");
        assertThat(scene.asked())
                .containsExactly(
                        new FuturesRequest(AGAIN, List.of("7"), List.of(), Optional.of(day), Optional.of(day)));
        assertThat(inDoubt()).isTrue();
        assertThat(scene.open()).isEmpty();

        scene.collected(AGAIN);
        assertThat(inDoubt()).isFalse();
        assertThat(scene.asked()).hasSize(1);
        assertThat(scene.open()).isEmpty();
    }

    @Test
    void aPersonIsAsked_whenItFailsAgain_andNotAfterItCame() {
        scene.at("2026-01-01T08:00:00Z");
        scene.collectedWithout("collect-futures-8", "futures-income", "FAILED");
        scene.collectedWithout(AGAIN, "futures-income", "FAILED");

        assertThat(scene.asked()).hasSize(1);
        assertThat(scene.open())
                .singleElement()
                .extracting(ReconciliationError::errorType)
                .isEqualTo(Doubts.NOT_READ);

        scene.collected();
        assertThat(scene.open()).isEmpty();
        assertThat(inDoubt()).isFalse();
    }

    /** There was no use in asking, or it tells neither fills nor income. */
    @ParameterizedTest
    @CsvSource({"futures-trades, SKIPPED", "futures-leverage, FAILED"})
    void nothingIsAskedFor_whenNoRowCanBeMissing(String list, String state) {
        scene.collectedWithout("collect-futures-8", list, state);

        assertThat(scene.asked()).isEmpty();
        assertThat(inDoubt()).isFalse();
    }
}
