package recon.local.books;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import recon.accounts.Configuration;
import recon.accounts.ConfiguredAccount;
import recon.collect.plan.DailyPlan;
import recon.ledger.Account;
import recon.local.demo.DemoFolder;
import recon.local.demo.DemoOptions;
import recon.local.live.BooksFolder;
import recon.local.stack.LocalStack;
import recon.reconcile.plan.ReconciliationPlan;
import recon.storage.archive.Archive;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.ledger.LedgerTable;
import recon.storage.position.AnnotationBook;
import recon.storage.position.AnnotationTable;
import recon.storage.position.EntryTable;
import recon.storage.registry.Registry;
import recon.storage.registry.Resolutions;
import recon.storage.schema.Schema;
import recon.storage.work.Run;
import recon.storage.work.Runs;

/** The books of a folder, real ones or a demo's, opened to be looked at: no key is read and nobody is asked. */
public final class OpenedBooks implements AutoCloseable {
    private final List<Account> accounts;
    private final LocalStack stack;
    private final AwsSettings settings;
    private final AwsClients clients;
    private final InstantSource clock;

    private OpenedBooks(KeptBooks books) {
        stack = LocalStack.start(books.stack());
        clock = books.configuration()
                .<InstantSource>map(_ -> Clock.systemUTC())
                .orElseGet(() -> InstantSource.fixed(DemoFolder.time(books.out())));
        settings = AwsSettings.embedded(
                stack.dynamodb(), stack.sqs(), stack.s3(), BooksFolder.INSTALLATION, BooksFolder.INSTALLATION);
        clients = AwsClients.create(settings, stack.dynamodbClient(), stack::s3Client);
        accounts = books.configuration()
                .map(Configuration::accounts)
                .map(all -> all.stream().map(ConfiguredAccount::account).toList())
                .orElseGet(this::ofTheDemo);
    }

    /** Opens them. */
    public static OpenedBooks of(KeptBooks books) {
        return new OpenedBooks(books);
    }

    /** No file names them: the run with which the books begin does. */
    private List<Account> ofTheDemo() {
        String first = DailyPlan.runId(DemoOptions.FIRST_DAY.minusDays(1), 1);
        return new Runs(clients, settings, clock)
                .run(first).map(Run::attributes).stream()
                        .flatMap(attributes -> ReconciliationPlan.accounts(attributes).stream()
                                .map(uid -> new Account(
                                        uid, requireNonNull(attributes.get(ReconciliationPlan.ACCOUNT + uid)))))
                        .toList();
    }

    /** The time of these books: a demo's stands still where the demo ended, that of real books is ours. */
    public InstantSource clock() {
        return clock;
    }

    /** Whose books they are. */
    public List<Account> accounts() {
        return accounts;
    }

    /** What is known of symbols, and what went wrong. */
    public Registry registry() {
        return new Registry(clients, settings);
    }

    /** The bookings. */
    public LedgerTable ledger() {
        return new LedgerTable(clients, settings);
    }

    /** Where it is written down that an error was settled. */
    public Resolutions resolutions() {
        return new Resolutions(new Archive(clients, settings));
    }

    /** What is written about trades. Books that are older than trade entries get what they lack for it. */
    public AnnotationBook annotations() {
        Schema.create(clients, settings);
        return new AnnotationBook(new AnnotationTable(clients, settings), new Archive(clients, settings), clock);
    }

    /** The trade entries. */
    public EntryTable entries() {
        return new EntryTable(clients, settings, clock);
    }

    @Override
    public void close() {
        clients.close();
        stack.close();
    }
}
