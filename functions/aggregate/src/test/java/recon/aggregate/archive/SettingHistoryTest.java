package recon.aggregate.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.entry.LeverageSource;

class SettingHistoryTest {
    private final SettingHistory history = new SettingHistory();

    private void said(long at, int leverage) {
        history.asked(Instant.ofEpochMilli(at));
        history.said(
                Instant.ofEpochMilli(at),
                "BTCUSDT",
                new LeverageSetting(Optional.of(leverage), Optional.empty(), LeverageSource.SYMBOL_CONFIG));
    }

    @Test
    void whatWasSaidFirstAfterTheCloseCounts() {
        said(100, 5);
        said(200, 5);
        said(300, 9);
        said(400, 9);

        assertThat(history.at("BTCUSDT", 50).leverage()).contains(5);
        assertThat(history.at("BTCUSDT", 150).leverage()).contains(5);
        assertThat(history.at("BTCUSDT", 250).leverage()).contains(9);
        assertThat(history.at("BTCUSDT", 500).leverage())
                .as("nothing was said since")
                .contains(9);
        assertThat(history.at("ETHUSDT", 150)).isEqualTo(LeverageSetting.UNKNOWN);
    }
}
