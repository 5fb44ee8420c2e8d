package recon.collect.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import recon.binance.client.Credentials;
import recon.binance.json.ExchangeJson;
import recon.binance.source.Sources;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.ledger.Account;
import recon.storage.event.Collected;
import recon.storage.work.RunPlan;
import recon.storage.work.TaskPlan;

class DownloadPlanTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 5);
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final DownloadPlan PLAN = new DownloadPlan(
            new Accounts(List.of(
                    new CollectedAccount(new Account("1", "1@example.com"), true, Credentials.hmac("key", "secret")))),
            Sources.all(ExchangeJson.mapper()));

    @Test
    void yearIsThreeFilesOfAnAccount_andClosesNoDay() {
        RunPlan plan = PLAN.of(FIRST, LocalDate.of(2026, 1, 4), NOW);

        assertThat(plan.runId()).isEqualTo("collect-downloads-2025-01-05-2026-01-04");
        assertThat(plan.tasks())
                .extracting(TaskPlan::taskId)
                .containsExactlyInAnyOrder(
                        "api-restrictions:1",
                        "futures-downloads-income:1",
                        "futures-downloads-trade:1",
                        "futures-downloads-order:1");
        assertThat(plan.tasks())
                .filteredOn(task -> task.name().equals("futures-downloads"))
                .allSatisfy(task -> assertThat(task.needs()).containsExactly("api-restrictions:1"));
        assertThat(Collected.closesDay(plan.attributes())).isFalse();
    }

    @Test
    void moreThanAYear_orLessThanADay_isRefused() {
        assertThatThrownBy(() -> PLAN.of(FIRST, LocalDate.of(2026, 1, 5), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("365");
        assertThatThrownBy(() -> PLAN.of(FIRST, FIRST.minusDays(1), NOW)).isInstanceOf(IllegalArgumentException.class);
    }
}
