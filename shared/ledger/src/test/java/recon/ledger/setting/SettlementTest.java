package recon.ledger.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementTest {
    @Test
    void nothingSet_isTPlusTwo() {
        assertThat(Settlement.from(name -> Optional.empty())).isEqualTo(new Settlement(2));
    }

    @Test
    void setting_isReadUnderItsName() {
        assertThat(Settlement.from(name -> Optional.of("5").filter(five -> name.equals("recon.ledger.settle-days"))))
                .isEqualTo(new Settlement(5));
    }

    /** A day that begins at T has ended at T+1, when it is collected; at T+2 the next day is. */
    @ParameterizedTest
    @CsvSource({
        "1, 2026-03-01",
        "2, 2026-02-28 2026-03-01",
        "3, 2026-02-27 2026-02-28 2026-03-01",
    })
    void dayIsClosedWithEachCollection_untilItIsSettled(int days, String closed) {
        assertThat(new Settlement(days).closedWith(LocalDate.parse("2026-03-01")))
                .containsExactlyElementsOf(
                        Stream.of(closed.split(" ")).map(LocalDate::parse).toList());
    }

    @Test
    void rowsAreReadAgain_backToTheDayThatIsClosedForGood() {
        assertThat(new Settlement(1).readAgain()).isZero();
        assertThat(new Settlement(4).readAgain()).isEqualTo(Duration.ofDays(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "8", "-2", "2.5", "T+2", "", "99999999999"})
    void whatIsNotOneToSeven_isRefused(String days) {
        assertThatThrownBy(() -> Settlement.parse(days))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("settle-days is " + days + ": give after how many days a day is closed for good, 1 to 7");
    }
}
