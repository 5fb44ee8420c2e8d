package recon.ledger.position.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.ledger.position.row.PositionSide;

class AnnotationChangeTest {
    private static AnnotationChange change(String notes, List<String> tags, String stopLoss, String... clear) {
        return new AnnotationChange(
                Optional.ofNullable(stopLoss).map(BigDecimal::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(notes),
                Optional.ofNullable(tags),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("well done"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(clear)));
    }

    @Test
    void whatIsGivenReplaces_whatIsNotStays_andWhatIsClearedIsEmpty() {
        Annotations first = change("early", List.of("a"), "99.5").after(Annotations.NONE);
        Annotations second = change("late", null, null, "stopLoss").after(first);

        assertThat(first.manual().stopLoss()).contains(new BigDecimal("99.5"));
        assertThat(second.manual().notes()).contains("late");
        assertThat(second.manual().tags()).containsExactly("a");
        assertThat(second.manual().stopLoss()).isEmpty();
        assertThat(second.ai().postTradeAnalysis()).contains("well done");
        assertThat(change(null, null, null, "tags").after(second).manual().tags())
                .isEmpty();
    }

    @Test
    void wrongValuesAreRefused() {
        assertThatThrownBy(() -> change(null, null, "0")).hasMessageContaining("stopLoss is not above zero");
        assertThatThrownBy(() -> change(null, null, null, "stop_loss")).hasMessageContaining("stop_loss");
    }

    @ParameterizedTest
    @CsvSource({
        "350123456_BTCUSDT_BOTH_17_18, 350123456, BTCUSDT, BOTH, 17",
        "7_BTCUSDT_260327_SHORT_1_2, 7, BTCUSDT_260327, SHORT, 1",
        "7_币安人生USDT_LONG_5_5, 7, 币安人生USDT, LONG, 5"
    })
    void aTradeIdSaysItsKey(String id, String account, String symbol, PositionSide side, long firstFill) {
        assertThat(AnnotationKey.of(id)).isEqualTo(new AnnotationKey(account, symbol, side, firstFill));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7_BTCUSDT_1_2", "BTCUSDT_BOTH_1_2", "7_BTCUSDT_BOTH_x_2"})
    void whatIsNoTradeIdIsRefused(String id) {
        assertThatThrownBy(() -> AnnotationKey.of(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
