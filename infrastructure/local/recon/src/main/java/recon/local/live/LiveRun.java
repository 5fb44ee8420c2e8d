package recon.local.live;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import recon.accounts.Configuration;
import recon.binance.budget.Limits;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.collect.discovery.EvidenceReader;
import recon.collect.plan.DailyPlan;
import recon.collect.plan.FuturesPlan;
import recon.ledger.Wallet;
import recon.local.machine.Machine;
import recon.local.machine.MachineSettings;
import recon.local.machine.Mappers;
import recon.local.pace.Pace;
import recon.local.stack.LocalStack;
import recon.local.summary.Export;
import recon.local.summary.Outcome;
import recon.local.summary.Summary;
import recon.storage.work.Run;
import recon.storage.work.RunState;
import recon.storage.work.Runs;
import recon.storage.work.TaskState;

/**
 * Collects one day and closes it, and those before it again that are not closed for good; then what is to be read for
 * futures positions by now. What was stopped is continued; what ended with gaps is collected anew; what is complete is only
 * shown again.
 */
final class LiveRun {
    /** Collections of one day: whoever needs more has another problem. */
    private static final int MOST_ATTEMPTS = 100;

    private final Configuration configuration;
    private final Accounts accounts;
    private final LocalDate day;
    private final Path out;

    LiveRun(Configuration configuration, Accounts accounts, LocalDate day, Path out) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.day = requireNonNull(day, "day is null");
        this.out = requireNonNull(out, "out is null");
    }

    /** Does it; says whether every day shown was closed without variance and gap. */
    boolean run(InstantSource clock, Pace pace, PrintWriter printed) {
        say(printed, "Starting DynamoDB, SQS and S3 on this machine ...");
        MachineSettings settings = new MachineSettings(
                BooksFolder.INSTALLATION,
                configuration.hosts(),
                configuration.egress().orElse(MachineSettings.USUAL_EGRESS),
                accounts,
                configuration.settings(),
                configuration.settlement(),
                Limits.DOCUMENTED,
                Integer.MAX_VALUE,
                configuration.roundDays().orElse(EvidenceReader.USUAL_ROUND_DAYS),
                true);
        try (LocalStack stack = LocalStack.start(BooksFolder.stack(out));
                Machine machine = new Machine(stack, settings, Mappers.standard(), clock, pace)) {
            Instant begun = clock.instant();
            int attempt = attempt(machine.runs());
            say(printed, day + "  collecting and reconciling " + accounts.all().size() + " accounts ...");
            machine.driver().collect(day, attempt, clock.instant());
            Instant moment = FuturesPlan.latest(clock.instant());
            machine.driver().collectFutures(moment);
            Export.reports(machine.reports(), closed().getFirst(), day, out.resolve("reports"));
            Outcome outcome = outcome(machine, attempt, moment, begun);
            new Summary(outcome, printed).print("for " + day, "Reports: " + out.resolve("reports"));
            return outcome.clean();
        }
    }

    private int attempt(Runs runs) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            String id = DailyPlan.runId(day, attempt);
            Optional<Run> run = runs.run(id);
            boolean done =
                    run.filter(known -> known.state() == RunState.COMPLETED).isPresent();
            if (!done || runs.tasks(id).stream().noneMatch(task -> task.state() == TaskState.FAILED)) {
                return attempt;
            }
        }
        throw new IllegalStateException(day + " was collected " + MOST_ATTEMPTS
                + " times and never without gaps: look at what the last summary says was not done");
    }

    private List<LocalDate> closed() {
        return configuration.settlement().closedWith(day);
    }

    /** A day before is shown once the books know it: where they begin, it is none of theirs. */
    private boolean known(Machine machine, LocalDate closed) {
        return closed.equals(day)
                || accounts.all().stream()
                        .anyMatch(account -> machine.balances()
                                .dailyOf(account.account().id(), Wallet.SPOT, closed)
                                .isPresent());
    }

    private Outcome outcome(Machine machine, int attempt, Instant moment, Instant begun) {
        return Outcome.of(
                machine,
                accounts.all().stream().map(CollectedAccount::account).toList(),
                closed().stream().filter(one -> known(machine, one)).toList(),
                List.of(DailyPlan.runId(day, attempt), FuturesPlan.runId(moment)),
                List.of(),
                begun);
    }

    private static void say(PrintWriter printed, String line) {
        printed.println(line);
        printed.flush();
    }
}
