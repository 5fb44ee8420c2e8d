package recon.storage.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import recon.storage.testing.Installation;

class ActiveSymbolsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Test
    void whatWasNotedIsThere_byAccountAndDay_forEveryWorker() {
        Installation installation = Installation.fresh();
        ActiveSymbols noting = new ActiveSymbols(installation.clients(), installation.settings());
        SymbolActivity order = new SymbolActivity("7", "币安人生USDT", DAY, false);
        SymbolActivity trade = new SymbolActivity("7", "币安人生USDT", DAY, true);
        SymbolActivity other = new SymbolActivity("7", "BTCUSDT", DAY.plusDays(1), true);

        noting.note(List.of(order, trade, trade));
        noting.note(List.of(order, other));

        ActiveSymbols reading = new ActiveSymbols(installation.clients(), installation.settings());
        assertThat(reading.on("7", DAY)).containsExactlyInAnyOrder(order, trade);
        assertThat(reading.on("7", DAY.plusDays(1))).containsExactly(other);
        assertThat(reading.on("8", DAY)).isEmpty();
    }
}
