package recon.local.summary;

import static java.util.Objects.requireNonNull;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import recon.ledger.balance.DailyBalance;
import recon.storage.work.Task;

/** Tells a person what was collected, what it cost and whether the books agree. */
public final class Summary {
    private static final int SHARE_PERCENT = 50;
    private static final int WIDEST = 300;

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
        out.println();
        out.println("Collected " + work);
        table(
                outcome.sources(),
                List.of(
                        left("source", Outcome.Collected::source),
                        right("rows", c -> number(c.rows())),
                        right("requests", c -> number(c.requests()))));
        budgets();
        out.println("Reconciled, per day and account");
        table(
                outcome.days(),
                List.of(
                        left("day", d -> d.date().toString()),
                        left("account", Outcome.Day::email),
                        left("closed", d -> d.closed() ? "yes" : "no"),
                        right("assets", d -> number(d.balances().size())),
                        right("unknown", d -> number(d.unknown())),
                        right("variances", d -> number(d.varying().size()))));
        failures();
        verdict();
        out.println(places);
        out.flush();
    }

    private void budgets() {
        if (outcome.budgets().isEmpty()) {
            return;
        }
        out.println("Rate budget: the fullest window of each bucket, by the exchange's own count");
        table(
                outcome.budgets(),
                List.of(
                        left("bucket", Outcome.Budget::bucket),
                        right("used", b -> number(b.most())),
                        right("our budget", b -> number((long) b.limit() * SHARE_PERCENT / 100)),
                        right("limit", b -> number(b.limit()))));
    }

    private void failures() {
        if (outcome.failed().isEmpty()) {
            return;
        }
        out.println("Not done");
        table(
                outcome.failed(),
                List.of(
                        left("run", Task::runId),
                        left("task", Task::taskId),
                        left("state", task -> task.state().name().toLowerCase(Locale.ROOT)),
                        left("reason", Task::reason)));
    }

    private void verdict() {
        long balances =
                outcome.days().stream().mapToLong(day -> day.balances().size()).sum();
        if (outcome.clean()) {
            out.println("All " + balances + " balances agree with the books, to the last digit.");
            return;
        }
        List<Varying> varying = outcome.days().stream()
                .flatMap(day -> day.varying().stream().map(balance -> new Varying(day.email(), balance)))
                .toList();
        out.println(varying.size() + " of " + balances + " balances differ from the books");
        table(
                varying,
                List.of(
                        left("day", v -> v.balance().date().toString()),
                        left("account", Varying::email),
                        left("asset", v -> v.balance().asset()),
                        right("calculated", v -> amount(Optional.of(v.balance().calculated()))),
                        right("actual", v -> amount(v.balance().actual())),
                        right("variance", v -> amount(v.balance().variance())),
                        left("probable cause", v -> v.balance().cause())));
    }

    private <T> void table(Collection<T> rows, List<ColumnData<T>> columns) {
        out.println(AsciiTable.getTable(AsciiTable.NO_BORDERS, rows, columns));
        out.println();
    }

    private static <T> ColumnData<T> left(String header, Function<T, String> cell) {
        return new Column()
                .header(header)
                .maxWidth(WIDEST)
                .dataAlign(HorizontalAlign.LEFT)
                .headerAlign(HorizontalAlign.LEFT)
                .with(cell);
    }

    private static <T> ColumnData<T> right(String header, Function<T, String> cell) {
        return new Column()
                .header(header)
                .dataAlign(HorizontalAlign.RIGHT)
                .headerAlign(HorizontalAlign.RIGHT)
                .with(cell);
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
