package recon.local.summary;

import static java.util.Objects.requireNonNull;

import com.github.freva.asciitable.ColumnData;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import recon.ledger.balance.DailyBalance;
import recon.storage.work.Task;

/** Tells a person what was collected, what it cost and whether the books agree. */
public final class Summary {
    private static final int SHARE_PERCENT = 50;
    private static final TextTable TABLE = new TextTable(300);

    private final Outcome outcome;
    private final PrintWriter out;

    public Summary(Outcome outcome, PrintWriter out) {
        this.outcome = requireNonNull(outcome, "outcome is null");
        this.out = requireNonNull(out, "out is null");
    }

    /**
     * Prints it.
     *
     * @param work what was done, for instance "in 5 daily runs"
     * @param places where the files are
     */
    public void print(String work, String places) {
        captured();
        out.println();
        out.println("Collected " + work);
        table(
                outcome.sources(),
                List.of(
                        TABLE.left("source", Outcome.Collected::source),
                        TABLE.right("rows", c -> number(c.rows())),
                        TABLE.right("requests", c -> number(c.requests()))));
        budgets();
        out.println("Reconciled, per day and account");
        table(
                outcome.days(),
                List.of(
                        TABLE.left("day", d -> d.date().toString()),
                        TABLE.left("account", Outcome.Day::email),
                        TABLE.left("closed", d -> d.closed() ? "yes" : "no"),
                        TABLE.right("assets", d -> number(d.balances().size())),
                        TABLE.right("unknown", d -> number(d.unknown())),
                        TABLE.right("variances", d -> number(d.varying().size()))));
        proven();
        failures();
        findings();
        verdict();
        out.println(places);
        out.flush();
    }

    private void captured() {
        if (outcome.captured().isEmpty()) {
            return;
        }
        out.println();
        out.println(
                "Execution reports, per account: two tasks receive and queue each of them, it is recorded once and its"
                        + " duplicates are dropped");
        out.println(TABLE.of(
                outcome.captured(),
                List.of(
                        TABLE.left("account", Captured::email),
                        TABLE.right("received by both", c -> number(c.received())),
                        TABLE.right("queued by both", c -> number(c.queued())),
                        TABLE.right("recorded", c -> number(c.recorded())),
                        TABLE.right("duplicates", c -> number(c.duplicates())),
                        TABLE.right("healed", c -> number(c.healed())))));
    }

    private void budgets() {
        if (outcome.budgets().isEmpty()) {
            return;
        }
        out.println("Rate budget: the fullest window of each bucket, by the exchange's own count");
        table(
                outcome.budgets(),
                List.of(
                        TABLE.left("bucket", Outcome.Budget::bucket),
                        TABLE.right("used", b -> number(b.most())),
                        TABLE.right("our budget", b -> number((long) b.limit() * SHARE_PERCENT / 100)),
                        TABLE.right("limit", b -> number(b.limit()))));
    }

    private void proven() {
        if (outcome.proven().stream().allMatch(source -> source.symbols() == 0)) {
            return;
        }
        out.println("Proven: symbols of all accounts that were asked for, whether anything pointed to them or not");
        table(
                outcome.proven(),
                List.of(
                        TABLE.left("source", Proven::source),
                        TABLE.right("symbols", p -> number(p.symbols())),
                        TABLE.right("asked", p -> number(p.asked())),
                        TABLE.left(
                                "all of them since",
                                p -> p.since().map(Instant::toString).orElse(""))));
    }

    private void findings() {
        if (outcome.findings().isEmpty()) {
            return;
        }
        out.println("To be looked at");
        table(
                outcome.findings(),
                List.of(
                        TABLE.left("account", Outcome.Finding::email),
                        TABLE.left("kind", f -> f.error().errorType()),
                        TABLE.left("symbol", f -> f.error().symbol()),
                        TABLE.left("what", f -> f.error().message())));
    }

    private void failures() {
        if (outcome.failed().isEmpty()) {
            return;
        }
        out.println("Not done");
        table(
                outcome.failed(),
                List.of(
                        TABLE.left("run", Task::runId),
                        TABLE.left("task", Task::taskId),
                        TABLE.left("state", task -> task.state().name().toLowerCase(Locale.ROOT)),
                        TABLE.left("reason", Task::reason)));
    }

    private void verdict() {
        long balances =
                outcome.days().stream().mapToLong(day -> day.balances().size()).sum();
        List<Varying> varying = outcome.days().stream()
                .flatMap(day -> day.varying().stream().map(balance -> new Varying(day.email(), balance)))
                .toList();
        if (varying.isEmpty() && outcome.known()) {
            out.println("All " + balances + " balances agree with the books, to the last digit.");
            return;
        }
        out.println(varying.size() + " of " + balances + " balances differ from the books");
        table(
                varying,
                List.of(
                        TABLE.left("day", v -> v.balance().date().toString()),
                        TABLE.left("account", Varying::email),
                        TABLE.left("asset", v -> v.balance().asset()),
                        TABLE.right(
                                "calculated",
                                v -> amount(Optional.of(v.balance().calculated()))),
                        TABLE.right("actual", v -> amount(v.balance().actual())),
                        TABLE.right("variance", v -> amount(v.balance().variance())),
                        TABLE.left("probable cause", v -> v.balance().cause())));
    }

    private <T> void table(Collection<T> rows, List<ColumnData<T>> columns) {
        out.println(TABLE.of(rows, columns));
        out.println();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String amount(Optional<BigDecimal> value) {
        return value.map(v -> v.signum() == 0 ? "0" : v.stripTrailingZeros().toPlainString())
                .orElse("unknown");
    }

    private record Varying(String email, DailyBalance balance) {}
}
