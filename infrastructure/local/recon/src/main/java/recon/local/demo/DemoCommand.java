package recon.local.demo;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.ledger.setting.Settlement;
import recon.local.ExitCode;
import recon.simulator.Break;

/** {@code recon demo}. */
@Command(
        name = "demo",
        description = "Reconciles a simulated exchange on this machine, day by day.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every variance is zero", "2:an option is wrong", "3:there are variances or gaps"})
public final class DemoCommand implements Callable<Integer> {
    /** A demo collects no fills in contracts, so that nothing in it would miss one. */
    private static final Set<Break> BREAKS = EnumSet.complementOf(EnumSet.of(Break.DROPPED_FILL));

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--days", defaultValue = "3", description = "days to reconcile (default ${DEFAULT-VALUE})")
    private int days;

    @Option(
            names = "--accounts",
            defaultValue = "3",
            description = "accounts, one of them main (default ${DEFAULT-VALUE})")
    private int accounts;

    @Option(names = "--seed", defaultValue = "7", description = "draws the exchange's world (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--out",
            defaultValue = "out",
            description = "folder for everything it keeps and writes (default ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--break",
            description = "break something on purpose: airdrop (an asset from nowhere), uncollected_wallet, late_row,"
                    + " dropped_trade, missing_page (of trades), dropped_income (of futures), revoked_key")
    private @Nullable String sabotage;

    @Option(
            names = "--page-limit",
            defaultValue = "2147483647",
            description = "most rows to ask for in a page (default: what each endpoint allows)")
    private int pageLimit;

    @Option(
            names = "--symbols",
            defaultValue = "40",
            description = "symbols open for trading, 4 or more (default ${DEFAULT-VALUE})")
    private int symbols;

    @Option(
            names = "--trades",
            defaultValue = "60",
            description = "trades a day and account, as far as its money allows (default ${DEFAULT-VALUE})")
    private int tradesPerDay;

    @Option(
            names = "--stream",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "capture execution reports as well, or not: they cost time (default: yes)")
    private boolean stream;

    @Option(
            names = "--wallets",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "use and collect funding, margin and futures wallets as well, or spot alone (default: all)")
    private boolean wallets;

    @Option(
            names = "--settle-days",
            defaultValue = "2",
            description = "after how many days a day is closed for good, 1 to 7 (default ${DEFAULT-VALUE})")
    private int settleDays;

    @Override
    public Integer call() {
        DemoOptions options = options();
        return new Demo(options, spec.commandLine().getOut()).run() ? 0 : ExitCode.DIFFERENCES;
    }

    private DemoOptions options() {
        try {
            DemoOptions options = new DemoOptions(
                    days,
                    accounts,
                    seed,
                    Optional.ofNullable(sabotage),
                    out.normalize(),
                    pageLimit,
                    symbols,
                    tradesPerDay,
                    stream,
                    wallets,
                    new Settlement(settleDays));
            options.sabotage().ifPresent(DemoCommand::known);
            DemoFolder.open(options);
            return options;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void known(String name) {
        if (BREAKS.stream().noneMatch(kind -> name.equals(lowerCase(kind)))) {
            throw new IllegalArgumentException("--break " + name + " is unknown: give one of "
                    + BREAKS.stream().map(DemoCommand::lowerCase).collect(Collectors.joining(", ")));
        }
    }

    private static String lowerCase(Break kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
