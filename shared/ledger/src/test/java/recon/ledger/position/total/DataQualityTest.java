package recon.ledger.position.total;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import recon.ledger.position.Journal;
import recon.ledger.position.entry.EntryValidation;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.row.FundingRate;
import recon.ledger.position.row.FundingRates;

class DataQualityTest {
    @Test
    void whatIsIncompleteSuspiciousOrUncoveredIsCountedAndNamed() {
        Journal journal = new Journal()
                // nothing opened it
                .fill(1, "SELL LONG", "1", "100", "3", "0.04", 0)
                // 10 by its prices, 11.2 says the exchange: more than a tenth of that apart
                .fill(2, "BUY", "1", "100", "0", "0.04", 10)
                .fill(3, "SELL", "1", "110", "11.2", "0.04", 20)
                // 10 and 11: a tenth of 11 is allowed
                .fill(4, "BUY", "1", "100", "0", "0.04", 30)
                .income("FUNDING_FEE", "-0.1", 35)
                .fill(5, "SELL", "1", "110", "11", "0.04", 40);
        FundingRates rates = FundingRates.of(List.of(
                new FundingRate("BNBUSDT", Journal.START + 15_000, new BigDecimal("0.001"), BigDecimal.TEN),
                new FundingRate("BNBUSDT", Journal.START + 35_000, new BigDecimal("0.001"), BigDecimal.TEN)));
        DataQuality quality = new DataQuality(rates);
        EntryValidation validation = new EntryValidation(rates);

        journal.fold()
                .closed()
                .forEach(trade -> quality.closed(trade, validation.check(trade, LeverageSetting.UNKNOWN)));

        assertThat(quality.metrics())
                .isEqualTo(new QualityMetrics(
                        3, 1, 1, 2, 1, List.of("7_BNBUSDT_BOTH_2_3"), List.of("7_BNBUSDT_BOTH_2_3")));
    }
}
