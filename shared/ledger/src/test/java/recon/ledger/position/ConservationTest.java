package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConservationTest {
    @ParameterizedTest
    @CsvSource({
        "10, 6, 3, 1, 0, true",
        "10.00000001, 6, 3, 1, 0.00000001, false",
        "10, 6, 3, 2, -1, false",
        "-1, -0.4, 0, -0.60, 0, true"
    })
    void aDigitThatIsLostOrCountedTwiceIsTold(
            BigDecimal income,
            BigDecimal closed,
            BigDecimal open,
            BigDecimal remainder,
            BigDecimal difference,
            boolean holds) {
        Conservation conservation = new Conservation(
                List.of(new Conservation.Asset("USDT", income, closed, open, remainder)),
                BigDecimal.ONE,
                new BigDecimal("1.0"));

        assertThat(conservation.assets().getFirst().difference()).isEqualByComparingTo(difference);
        assertThat(conservation.holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"3, 3.0, true", "3, 2, false"})
    void quantitiesAreCountedAsWell(BigDecimal filled, BigDecimal attributed, boolean holds) {
        assertThat(new Conservation(List.of(), filled, attributed).holds()).isEqualTo(holds);
    }
}
