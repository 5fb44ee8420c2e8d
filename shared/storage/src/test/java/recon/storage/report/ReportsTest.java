package recon.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import recon.storage.StorageException;
import recon.storage.testing.Installation;

class ReportsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    @Test
    void laterFileOfTheSameNameReplacesTheEarlier_andOnlyThatDayIsListed() {
        Installation installation = Installation.fresh();
        Reports reports = new Reports(installation.clients(), installation.settings());
        reports.put(DAY, "trades.csv", "text/csv", "old".getBytes(StandardCharsets.UTF_8));
        reports.put(DAY.plusDays(1), "index.html", "text/html", new byte[0]);

        String key = reports.put(DAY, "trades.csv", "text/csv", "a,ü\r\n".getBytes(StandardCharsets.UTF_8));
        reports.put(DAY, "index.html", "text/html", new byte[0]);

        assertThat(key).isEqualTo("reports/date=2026-01-05/trades.csv");
        assertThat(reports.get(DAY, "trades.csv")).isEqualTo("a,ü\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(reports.names(DAY)).containsExactly("index.html", "trades.csv");
        assertThat(reports.names(DAY.minusDays(1))).isEmpty();
        assertThatThrownBy(() -> reports.get(DAY, "nothing.csv"))
                .isInstanceOf(StorageException.Missing.class)
                .hasMessageContaining("reports/date=2026-01-05/nothing.csv");
    }
}
