package recon.local.probe;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Tells by the balances at the ends of days how withdrawals are debited. Only a day on which a coin moved by exactly
 * the amount, or by exactly amount and fee, tells anything: whatever else moved it that day, the difference would not
 * come out to the last digit.
 */
final class WithdrawalEvidence {
    private static final String AMOUNT = "withdrawal-amount";
    private static final String DEBIT = "withdrawal-debit";

    private final SortedMap<LocalDate, Map<String, BigDecimal>> ends;
    private final List<Sent> withdrawals;

    /** @param ends the spot balances at the end of each UTC day, by asset; what is not there is 0 */
    WithdrawalEvidence(SortedMap<LocalDate, Map<String, BigDecimal>> ends, List<Sent> withdrawals) {
        this.ends = ends;
        this.withdrawals = List.copyOf(withdrawals);
    }

    /** One withdrawal's testimony: net or gross, and on which of its days. */
    private record Testimony(Sent sent, boolean net, boolean atApplication) {}

    List<Answered> answers() {
        List<Testimony> all = withdrawals.stream()
                .filter(this::alone)
                .flatMap(sent -> testimony(sent).stream())
                .toList();
        List<Testimony> apart = all.stream()
                .filter(t -> !t.sent().applied().equals(t.sent().completed()))
                .toList();
        return List.of(
                answer(
                        "Does the amount of a withdrawal contain its fee?",
                        AMOUNT,
                        all.stream().collect(Collectors.groupingBy(t -> t.net() ? "net" : "gross")),
                        "withdraw a little of a coin that nothing else moves that day, and probe again two days later"),
                answer(
                        "When does a withdrawal leave the balance?",
                        DEBIT,
                        apart.stream()
                                .collect(Collectors.groupingBy(
                                        t -> t.atApplication() ? "at_application" : "at_completion")),
                        "no withdrawal of the last weeks was asked for on one UTC day and sent on another"));
    }

    /** Whether it is the only withdrawal of its coin on its days. */
    private boolean alone(Sent sent) {
        Set<LocalDate> days = days(sent);
        return withdrawals.stream()
                .filter(other -> other.coin().equals(sent.coin()) && !other.id().equals(sent.id()))
                .allMatch(other -> Collections.disjoint(days, days(other)));
    }

    private static Set<LocalDate> days(Sent sent) {
        return new HashSet<>(List.of(sent.applied(), sent.completed()));
    }

    private Optional<Testimony> testimony(Sent sent) {
        if (sent.fee().signum() == 0) {
            return Optional.empty();
        }
        List<Testimony> found = new ArrayList<>();
        for (boolean net : new boolean[] {true, false}) {
            BigDecimal debit = (net ? sent.amount().add(sent.fee()) : sent.amount()).negate();
            if (moved(sent.coin(), sent.applied(), debit)) {
                found.add(new Testimony(sent, net, true));
            } else if (moved(sent.coin(), sent.completed(), debit)) {
                found.add(new Testimony(sent, net, false));
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean moved(String coin, LocalDate day, BigDecimal by) {
        Map<String, BigDecimal> before = ends.get(day.minusDays(1));
        Map<String, BigDecimal> after = ends.get(day);
        return before != null
                && after != null
                && after.getOrDefault(coin, BigDecimal.ZERO)
                                .subtract(before.getOrDefault(coin, BigDecimal.ZERO))
                                .compareTo(by)
                        == 0;
    }

    private static Answered answer(
            String question, String setting, Map<String, List<Testimony>> told, String otherwise) {
        if (told.size() != 1) {
            String why = told.isEmpty() ? otherwise : "withdrawals contradict each other: look at them by hand";
            return new Answered(question, Optional.of(setting), Optional.empty(), why);
        }
        var only = told.entrySet().iterator().next();
        Sent first = only.getValue().getFirst().sent();
        return new Answered(
                question,
                Optional.of(setting),
                Optional.of(only.getKey()),
                "told by " + only.getValue().size() + " of the withdrawals, one of them in " + first.coin() + " on "
                        + first.applied());
    }
}
