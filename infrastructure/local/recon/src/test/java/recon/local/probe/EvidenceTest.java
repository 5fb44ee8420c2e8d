package recon.local.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be told, and when nothing may be said. Amount 10, fee 0.5, from a balance of 100. */
class EvidenceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @CsvSource({
        // end of the day before, of DAY, of the next; sent after so many days; amount, debit
        "100, 89.5, 89.5, 0, net, ",
        "100, 90, 90, 0, gross, ",
        "100, 89.5, 89.5, 1, net, at_application",
        "100, 100, 89.5, 1, net, at_completion",
        "100, 90, 90, 1, gross, at_application",
        "100, 100, 90, 1, gross, at_completion",
        "100, 89.4, 89.4, 0, , ",
        "100, 100, 100, 0, , ",
        "100, 90, 79.5, 1, , "
    })
    void withdrawalTells_byTheBalancesAroundIt(
            BigDecimal before, BigDecimal on, BigDecimal after, int days, String amount, String debit) {
        Map<LocalDate, Map<String, BigDecimal>> ends = Map.of(
                DAY.minusDays(1), Map.of("XRP", before), DAY, Map.of("XRP", on), DAY.plusDays(1), Map.of("XRP", after));

        List<Answered> answers = new WithdrawalEvidence(new TreeMap<>(ends), List.of(sent("1", days))).answers();

        assertThat(answers)
                .extracting(Answered::answer)
                .containsExactly(Optional.ofNullable(amount), Optional.ofNullable(debit));
    }

    @Test
    void withdrawalsOfOneCoinAndDay_tellNothing() {
        Map<LocalDate, Map<String, BigDecimal>> ends =
                Map.of(DAY.minusDays(1), Map.of("XRP", new BigDecimal(100)), DAY, Map.of("XRP", new BigDecimal(90)));

        assertThat(new WithdrawalEvidence(new TreeMap<>(ends), List.of(sent("1", 0), sent("2", 0))).answers())
                .extracting(Answered::answer)
                .containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        // what BNB did that day; what is booked if the charge is taken off before, and after
        "1.5, 1.5, 1.4, net",
        "1.4, 1.5, 1.4, gross",
        "1.3, 1.5, 1.4, ",
        "1.5, 1.5, 1.5, "
    })
    void bookingTells_whereOneValueAloneComesOut(BigDecimal change, BigDecimal net, BigDecimal gross, String told) {
        Map<LocalDate, Map<String, BigDecimal>> ends =
                Map.of(DAY.minusDays(1), Map.of("BNB", BigDecimal.ONE), DAY, Map.of("BNB", change.add(BigDecimal.ONE)));

        assertThat(new BookedEvidence("?", "dust-amount", "")
                        .answer(new TreeMap<>(ends), List.of(debited("net", net), debited("gross", gross)))
                        .answer())
                .isEqualTo(Optional.ofNullable(told));
    }

    @Test
    void unmovedBalanceTells_thatAnotherWalletWasMoved() {
        Map<LocalDate, Map<String, BigDecimal>> ends =
                Map.of(DAY.minusDays(1), Map.of("BNB", BigDecimal.ONE), DAY, Map.of("BNB", BigDecimal.ONE));

        assertThat(new BookedEvidence("?", "convert-wallet", "")
                        .answer(
                                new TreeMap<>(ends),
                                List.of(debited("spot", BigDecimal.TEN), new Debited("funding", new TreeMap<>())))
                        .answer())
                .contains("funding");
    }

    @ParameterizedTest
    @CsvSource({"-5, 5, signed", "5, -5, absolute", "5, 5, "})
    void marginBookTells_byWhatIsGiven(BigDecimal signed, BigDecimal absolute, String told) {
        assertThat(FlowEvidence.answer(List.of(signed), List.of(absolute)).answer())
                .isEqualTo(Optional.ofNullable(told));
    }

    private static Debited debited(String value, BigDecimal amount) {
        return new Debited(value, new TreeMap<>(Map.of(DAY, Map.of("BNB", amount))));
    }

    @Test
    void transferTells_whenBothViewsShowIt() {
        Moved main = new Moved("77", "USDT", new BigDecimal("5.0"), 1_000_000);
        Moved same = new Moved("77", "USDT", new BigDecimal("5"), 1_001_000);
        Moved other = new Moved("78", "USDT", new BigDecimal("5"), 1_001_000);
        Moved later = new Moved("77", "USDT", new BigDecimal("5"), 1_003_000);

        assertThat(TransferEvidence.answer(List.of(main), List.of(same)).answer())
                .contains("shared");
        assertThat(TransferEvidence.answer(List.of(main), List.of(other)).answer())
                .contains("distinct");
        assertThat(TransferEvidence.answer(List.of(main), List.of(later)).answer())
                .isEmpty();
        assertThat(TransferEvidence.answer(List.of(main), List.of(same, other)).answer())
                .as("one of them is explained by the other")
                .isEmpty();
        assertThat(TransferEvidence.answer(List.of(), List.of(same)).answer()).isEmpty();
    }

    private static Sent sent(String id, int days) {
        return new Sent(id, "XRP", BigDecimal.TEN, new BigDecimal("0.5"), DAY, DAY.plusDays(days));
    }
}
