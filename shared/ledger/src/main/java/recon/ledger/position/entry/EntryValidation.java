package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.LifecycleFlag;
import recon.ledger.position.entry.EntryIssue.Kind;
import recon.ledger.position.entry.EntryIssue.Severity;
import recon.ledger.position.row.FundingRates;

/** Decides which closed lifecycles become trade entries. */
public final class EntryValidation {
    private final FundingRates rates;

    /** @param rates by which the coverage with fundings is judged, where they are known */
    public EntryValidation(FundingRates rates) {
        this.rates = requireNonNull(rates, "rates is null");
    }

    /** Looks at everything that the completeness checklist names. */
    public Verdict check(Lifecycle lifecycle, LeverageSetting leverage) {
        TradeFacts facts = TradeFacts.of(lifecycle, leverage);
        List<EntryIssue> issues = new ArrayList<>();
        prices(facts, issues);
        whole(lifecycle, issues);
        profit(lifecycle, facts, issues);
        fees(facts, issues);
        evidence(lifecycle, facts, issues);
        return new Verdict(facts, of(issues, Severity.ERROR), of(issues, Severity.WARNING));
    }

    private static void prices(TradeFacts facts, List<EntryIssue> issues) {
        if (!positive(facts.entryPrice())) {
            add(issues, Kind.INVALID_ENTRY_PRICE, plain(facts.entryPrice()));
        }
        if (!positive(facts.exitPrice())) {
            add(issues, Kind.INVALID_EXIT_PRICE, plain(facts.exitPrice()));
        }
        if (facts.quantity().signum() <= 0) {
            add(issues, Kind.INVALID_QUANTITY, facts.quantity().toPlainString());
        }
        if (facts.entryTime().isEmpty()) {
            add(issues, Kind.MISSING_ENTRY_DATETIME, "no entry fill is known");
        }
        if (facts.exitTime().isEmpty()) {
            add(issues, Kind.MISSING_EXIT_DATETIME, "no exit fill is known");
        }
    }

    private static void whole(Lifecycle lifecycle, List<EntryIssue> issues) {
        BigDecimal in = lifecycle.entry().quantity();
        BigDecimal out = lifecycle.exit().quantity();
        if (lifecycle.incomplete()) {
            add(
                    issues,
                    Kind.INCOMPLETE,
                    lifecycle.flags().stream()
                                    .filter(LifecycleFlag::incomplete)
                                    .sorted()
                                    .map(flag -> switch (flag) {
                                        case CHANGED_WITHOUT_FILL -> "changed without a fill";
                                        default -> "opened before the known fills begin, or by fills that are missing";
                                    })
                                    .collect(Collectors.joining(", "))
                            + ": " + lifecycle.outside().toPlainString());
        } else if (in.compareTo(out) != 0) {
            add(issues, Kind.QUANTITY_DIFFERS, in.toPlainString() + " in, " + out.toPlainString() + " out");
        }
        if (lifecycle.missing().rows() > 0) {
            add(
                    issues,
                    Kind.MISSING_INCOME,
                    lifecycle.missing().rows() + " rows, of the fills "
                            + lifecycle.missing().fills().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(" ")));
        }
    }

    private static void profit(Lifecycle lifecycle, TradeFacts facts, List<EntryIssue> issues) {
        if (facts.realizedPnl().isEmpty()) {
            add(issues, Kind.UNKNOWN_REALIZED_PNL, "it is stated in an asset without a price");
        }
        PnlCheck.of(lifecycle).ifPresent(check -> {
            if (check.reported().signum() == 0 && check.calculated().signum() != 0) {
                add(issues, Kind.ZERO_PNL, said(check));
            } else if (check.exceeds(PnlCheck.TOLERANCE)) {
                add(issues, Kind.PNL_MISMATCH, said(check));
            }
        });
    }

    private static void fees(TradeFacts facts, List<EntryIssue> issues) {
        facts.commission()
                .ifPresentOrElse(
                        paid -> {
                            if (paid.signum() == 0) {
                                add(issues, Kind.ZERO_COMMISSION, "");
                            } else if (paid.signum() < 0) {
                                add(
                                        issues,
                                        Kind.NEGATIVE_COMMISSION,
                                        "rebate of " + paid.negate().toPlainString());
                            }
                        },
                        () -> add(
                                issues,
                                Kind.FEE_NOT_VALUED,
                                "no price for "
                                        + String.join(
                                                " ",
                                                facts.commissionByAsset().keySet().stream()
                                                        .filter(asset -> !asset.equals(facts.commissionAsset()))
                                                        .sorted()
                                                        .toList())
                                        + ", so that fees and pnl stay empty"));
    }

    private void evidence(Lifecycle lifecycle, TradeFacts facts, List<EntryIssue> issues) {
        if (facts.flags().contains(LifecycleFlag.FUNDING_NEARBY)) {
            add(issues, Kind.FUNDING_NEARBY, "within 60 seconds of it");
        }
        if (facts.flags().contains(LifecycleFlag.INCOME_BY_TIME)) {
            add(issues, Kind.INCOME_BY_TIME, "no trade id says whose it is");
        }
        FundingCoverage coverage = FundingCoverage.of(lifecycle, rates);
        if (!coverage.complete()) {
            add(issues, Kind.FUNDING_COVERAGE, coverage.found() + " of " + coverage.expected());
        }
        if (facts.entryOrderType().isEmpty() || facts.exitOrderType().isEmpty()) {
            add(issues, Kind.UNKNOWN_ORDER, facts.entryOrderType().isEmpty() ? "entry" : "exit");
        }
    }

    private static void add(List<EntryIssue> issues, Kind kind, String evidence) {
        issues.add(new EntryIssue(kind, evidence));
    }

    private static List<EntryIssue> of(List<EntryIssue> issues, Severity severity) {
        return issues.stream()
                .filter(issue -> issue.kind().severity() == severity)
                .toList();
    }

    private static String said(PnlCheck check) {
        return "prices say " + check.calculated().toPlainString() + ", the exchange "
                + check.reported().toPlainString();
    }

    private static boolean positive(Optional<BigDecimal> value) {
        return value.filter(price -> price.signum() > 0).isPresent();
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("none");
    }
}
