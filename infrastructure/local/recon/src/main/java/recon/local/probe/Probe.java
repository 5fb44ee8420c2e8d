package recon.local.probe;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import recon.binance.capitalflow.CapitalFlows;
import recon.binance.convert.Converts;
import recon.binance.dust.Dribblets;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.CapitalFlowSign;
import recon.ledger.setting.LedgerSettings.ConvertWallet;
import recon.ledger.setting.LedgerSettings.DustAmount;
import recon.local.check.Questions;

/** Asks what the facts sheet leaves open and a read-only key can answer. Nothing is stored. */
final class Probe {
    private static final Duration SNAPSHOTS = Duration.ofDays(27);
    private static final Duration TRANSFERS = Duration.ofDays(6);
    private static final Duration LATELY = Duration.ofDays(1);
    private static final Duration LONG_AGO = Duration.ofDays(730);
    private static final Duration OLD = Duration.ofDays(89);
    /** A snapshot costs a fifth of a minute's limit: a few accounts tell as much as all. */
    private static final int MOST_ACCOUNTS = 5;

    private static final String SIGN = "capital-flow-sign";
    private static final BookedEvidence CONVERT = new BookedEvidence(
            "Which wallet does a convert move?",
            "convert-wallet",
            "convert a little of a coin that nothing else moves that day, and probe again the next day");
    private static final BookedEvidence DUST = new BookedEvidence(
            "Is the charge taken off what dust is turned into?",
            "dust-amount",
            "turn dust into BNB on a day on which nothing else moves BNB, and probe again the next day");

    private final Accounts accounts;
    private final Questions questions;

    Probe(Accounts accounts, Questions questions) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.questions = requireNonNull(questions, "questions is null");
    }

    /** Everything asked, answered or not. */
    List<Answered> answers() {
        Instant now = questions.exchangeTime();
        List<Answered> answers = new ArrayList<>();
        List<Answered> settings = List.of();
        for (CollectedAccount account :
                accounts.all().stream().limit(MOST_ACCOUNTS).toList()) {
            Shown shown = shown(now.minus(SNAPSHOTS), now);
            SortedMap<LocalDate, Map<String, BigDecimal>> ends = shown.ends(account);
            if (answers.isEmpty()) {
                answers.add(snapshotOfYesterday(ends, now));
            }
            ShownFees lately = new ShownFees(new Period(questions, now.minus(LATELY), now));
            settings = better(settings, settings(account, shown, lately, ends));
        }
        answers.addAll(settings);
        answers.add(transferIds(now));
        answers.add(oldDeposits(accounts.all().getFirst(), now));
        return answers;
    }

    private List<Answered> settings(
            CollectedAccount account,
            Shown shown,
            ShownFees lately,
            SortedMap<LocalDate, Map<String, BigDecimal>> ends) {
        List<Answered> settings = new ArrayList<>(new WithdrawalEvidence(ends, shown.sent(account)).answers());
        settings.add(CONVERT.answer(
                ends,
                shown.debited(
                        new Converts(questions.json()), account, values("convert-wallet", ConvertWallet.values()))));
        settings.add(DUST.answer(
                ends,
                shown.debited(new Dribblets(questions.json()), account, values("dust-amount", DustAmount.values()))));
        CapitalFlows flows = new CapitalFlows(questions.json());
        settings.add(FlowEvidence.answer(
                shown.witnessed(flows, account, assumed(SIGN, CapitalFlowSign.SIGNED)),
                shown.witnessed(flows, account, assumed(SIGN, CapitalFlowSign.ABSOLUTE))));
        settings.add(FeeEvidence.answer(lately.of(account)));
        return settings;
    }

    /** The assumed settings with each value of one of them, by its name in accounts.yaml. */
    private static SortedMap<String, LedgerSettings> values(String setting, Enum<?>[] values) {
        TreeMap<String, LedgerSettings> all = new TreeMap<>();
        for (Enum<?> value : values) {
            all.put(value.name().toLowerCase(Locale.ROOT), assumed(setting, value));
        }
        return all;
    }

    private static LedgerSettings assumed(String setting, Enum<?> value) {
        return LedgerSettings.from(name -> name.endsWith("." + setting) ? Optional.of(value.name()) : Optional.empty());
    }

    /** The first account that tells decides. */
    private static List<Answered> better(List<Answered> known, List<Answered> more) {
        if (known.isEmpty()) {
            return more;
        }
        List<Answered> best = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            best.add(known.get(i).answer().isPresent() ? known.get(i) : more.get(i));
        }
        return best;
    }

    private static Answered snapshotOfYesterday(SortedMap<LocalDate, Map<String, BigDecimal>> ends, Instant now) {
        LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        String at = now.truncatedTo(ChronoUnit.MINUTES) + " (UTC)";
        return new Answered(
                "Is the exchange's own snapshot of yesterday there yet?",
                Optional.empty(),
                Optional.of(ends.containsKey(yesterday) ? "yes" : "no"),
                "asked at " + at + "; probe at other minutes to find out when it appears");
    }

    private Answered transferIds(Instant now) {
        Optional<CollectedAccount> main =
                accounts.all().stream().filter(CollectedAccount::main).findFirst();
        Optional<CollectedAccount> sub =
                accounts.all().stream().filter(account -> !account.main()).findFirst();
        if (main.isEmpty() || sub.isEmpty()) {
            return TransferEvidence.answer(List.of(), List.of());
        }
        Shown shown = shown(now.minus(TRANSFERS), now);
        return TransferEvidence.answer(shown.movedInMain(main.get(), sub.get()), shown.movedInSub(sub.get()));
    }

    private Answered oldDeposits(CollectedAccount account, Instant now) {
        Instant until = now.minus(LONG_AGO);
        int rows = shown(until.minus(OLD).plusMillis(1), until).deposits(account);
        return new Answered(
                "Are deposits of two years ago still shown?",
                Optional.empty(),
                rows > 0 ? Optional.of("yes") : Optional.empty(),
                rows > 0
                        ? rows + " rows of the 89 days before " + day(until)
                        : "none in the 89 days before " + day(until) + ": either there were none, or they are gone");
    }

    private Shown shown(Instant from, Instant to) {
        return new Shown(new Period(questions, from, to));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
