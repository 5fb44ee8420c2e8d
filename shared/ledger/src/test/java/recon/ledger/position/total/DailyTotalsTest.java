package recon.ledger.position.total;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionSide;

class DailyTotalsTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");
    private static final long DAY = 86_400_000;

    private final DailyTotals totals = new DailyTotals();

    private static Instant day(int number) {
        return FIRST.plusMillis(number * DAY);
    }

    private void fill(long id, Instant time, String profit) {
        totals.fill(new FuturesFill(
                "7",
                "BTCUSDT",
                id,
                id,
                PositionSide.BOTH,
                true,
                false,
                BigDecimal.TEN,
                BigDecimal.ONE,
                new BigDecimal(profit),
                new BigDecimal("0.04"),
                "USDT",
                "",
                time.toEpochMilli()));
    }

    private void income(long id, Instant time, String type, String amount) {
        totals.income(
                new FuturesIncome("7", type, id, "BTCUSDT", "USDT", new BigDecimal(amount), time, Long.toString(id)));
    }

    private void whole(long id, Instant time, String profit) {
        fill(id, time, profit);
        income(id, time, "COMMISSION", "-0.04");
        income(id, time, "REALIZED_PNL", profit);
    }

    private List<String> disagreements() {
        return totals.disagreements().stream()
                .map(one -> one.check().metric() + " " + one.check().verdict() + " "
                        + one.check().fills().toPlainString() + " "
                        + one.check().income().toPlainString() + " " + one.from() + " " + one.to())
                .toList();
    }

    @Test
    void nothingIsSaid_whereEveryFillHasItsIncome() {
        whole(1, day(0), "5");
        whole(2, day(1), "-5");

        assertThat(disagreements()).isEmpty();
        assertThat(totals.checks()).allMatch(check -> check.verdict() == TotalCheck.Verdict.AGREES);
    }

    @Test
    void aSmallRowOfALongHistoryIsFoundOnItsDay() {
        for (int i = 0; i < 50; i++) {
            whole(i + 1, day(i), "1000");
        }
        fill(99, day(50), "20");
        income(99, day(50), "COMMISSION", "-0.04");

        // 20 of 50,000 is less than 0.1 %: over the whole nobody would see it.
        assertThat(totals.checks())
                .filteredOn(check -> check.metric() == TotalCheck.Metric.PNL)
                .allMatch(check -> check.verdict() == TotalCheck.Verdict.AGREES);
        assertThat(disagreements()).containsExactly("PNL RE_SYNC 20 0 2026-02-20 2026-02-20");
    }

    @Test
    void aMissingFillIsCounted() {
        whole(1, day(0), "5");
        income(2, day(1), "COMMISSION", "-0.04");

        assertThat(disagreements())
                .containsExactly(
                        "FEES WARNING 0 0.04 2026-01-02 2026-01-02", "COUNT RE_SYNC 0 1 2026-01-02 2026-01-02");
    }

    @Test
    void incomeThatIsStampedAfterMidnightAgreesWithItsFill() {
        Instant last = LocalDate.of(2026, 1, 2).atStartOfDay(ZoneOffset.UTC).toInstant();
        fill(1, last.minusMillis(1), "20");
        income(1, last, "COMMISSION", "-0.04");
        income(1, last, "REALIZED_PNL", "20");

        assertThat(disagreements()).isEmpty();
    }

    @Test
    void smallPartsOfManyDaysAddUp() {
        for (int i = 0; i < 40; i++) {
            fill(i + 1, day(i), "0.009");
            income(i + 1, day(i), "COMMISSION", "-0.04");
        }

        // Each day stays below the floor of 0.01; 0.36 together do not.
        assertThat(disagreements()).contains("PNL RE_SYNC 0.360 0 2026-01-01 2026-02-09");
    }
}
