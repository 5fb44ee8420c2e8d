package recon.ledger.position.total;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.CapturedWallet;
import recon.ledger.position.total.TotalCheck.Verdict;

/**
 * The futures wallet against all income, from one capture to the next. Of the captures of a UTC day one counts: the last
 * around which nothing moved, else the last.
 */
public final class WalletTotals {
    private static final Comparator<Disagreement> ORDER = Comparator.comparing(Disagreement::from)
            .thenComparing(one -> one.check().asset());

    private final List<TotalCheck> whole;
    private final List<Disagreement> disagreements;
    private final List<Disagreement> drift;

    /**
     * Compares them.
     *
     * @param captures of one account, in any order
     * @param income all rows from the first capture on to the last, by time; more do no harm
     */
    public WalletTotals(List<CapturedWallet> captures, List<FuturesIncome> income) {
        requireNonNull(income, "income is null");
        List<WalletMoment> moments = ofEachDay(captures, income);
        if (moments.size() < 2) {
            whole = List.of();
            disagreements = List.of();
            drift = List.of();
            return;
        }
        whole = new WalletSpan(moments.getFirst(), moments.getLast(), income).checks();
        List<Disagreement> found = new ArrayList<>();
        for (int i = 1; i < moments.size(); i++) {
            WalletMoment from = moments.get(i - 1);
            WalletMoment to = moments.get(i);
            found.addAll(wrong(new WalletSpan(from, to, income).checks(), from, to));
        }
        disagreements = found.stream().sorted(ORDER).toList();
        Set<String> known = found.stream().map(one -> one.check().asset()).collect(Collectors.toSet());
        drift = wrong(whole, moments.getFirst(), moments.getLast()).stream()
                .filter(one -> !known.contains(one.check().asset()))
                .toList();
    }

    private static List<WalletMoment> ofEachDay(List<CapturedWallet> captures, List<FuturesIncome> income) {
        Map<LocalDate, WalletMoment> days = new TreeMap<>();
        captures.stream()
                .sorted(Comparator.comparingLong(CapturedWallet::sentAt))
                .map(capture -> WalletMoment.of(capture, income))
                .forEach(moment -> days.merge(
                        day(moment), moment, (before, later) -> later.quiet() || !before.quiet() ? later : before));
        return List.copyOf(days.values());
    }

    private static List<Disagreement> wrong(List<TotalCheck> checks, WalletMoment from, WalletMoment to) {
        return checks.stream()
                .filter(check -> check.verdict() != Verdict.AGREES)
                .map(check -> new Disagreement(check, day(from), day(to)))
                .toList();
    }

    private static LocalDate day(WalletMoment moment) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(moment.capture().sentAt()), ZoneOffset.UTC);
    }

    /** By asset, from the first capture to the last. */
    public List<TotalCheck> checks() {
        return whole;
    }

    /** The spans between two captures in which the wallet moved otherwise than the income says. */
    public List<Disagreement> disagreements() {
        return disagreements;
    }

    /** What is too little to be seen in any one span and adds up to something: there are no days to be read again. */
    public List<Disagreement> drift() {
        return drift;
    }
}
