package recon.ledger.position.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundingRatesTest {
    private final FundingRates rates = FundingRates.of(List.of(rate(1_000_000), rate(1_100_000), rate(5_000_000)));

    private static FundingRate rate(long time) {
        return new FundingRate("BNBUSDT", time, BigDecimal.valueOf(time), BigDecimal.ONE);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 1000000",
        "940000, 1000000",
        "939999, 0",
        "1049999, 1000000",
        "1050001, 1100000",
        "1160000, 1100000",
        "1160001, 0"
    })
    void theNearestWithinAMinuteIsFound(long time, long found) {
        assertThat(rates.near("BNBUSDT", time).map(FundingRate::time).orElse(0L))
                .isEqualTo(found);
        assertThat(rates.near("ETHUSDT", time)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"999999, 1100000, 2", "1000000, 1100000, 1", "1000000, 1099999, 0", "0, 9000000, 3"})
    void whatFallsAfterTheOpeningAndNotAfterTheCloseIsCounted(long after, long until, int count) {
        assertThat(rates.between("BNBUSDT", after, until)).isEqualTo(count);
    }
}
