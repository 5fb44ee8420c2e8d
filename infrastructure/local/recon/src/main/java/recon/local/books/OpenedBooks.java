package recon.local.books;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import recon.accounts.ConfigurationFile;
import recon.accounts.ConfiguredAccount;
import recon.ledger.Account;
import recon.local.live.BooksFolder;
import recon.local.stack.LocalStack;
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

/** The books of a folder, opened to be looked at: no key is read and nobody is asked. */
public final class OpenedBooks implements AutoCloseable {
    private final List<Account> accounts;
    private final LocalStack stack;
    private final AwsSettings settings;
    private final AwsClients clients;

    private OpenedBooks(Path config, Path out) {
        accounts = ConfigurationFile.read(config).accounts().stream()
                .map(ConfiguredAccount::account)
                .toList();
        Path data = BooksFolder.stack(out);
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException("--out " + out + " holds no books: 'recon run' makes them");
        }
        stack = LocalStack.start(data);
        settings = AwsSettings.embedded(
                stack.dynamodb(), stack.sqs(), stack.s3(), BooksFolder.INSTALLATION, BooksFolder.INSTALLATION);
        clients = AwsClients.create(settings, stack.dynamodbClient(), stack::s3Client);
    }

    /**
     * Opens them.
     *
     * @param config names the accounts
     * @param out the folder of the books
     * @throws IllegalArgumentException if there are none
     */
    public static OpenedBooks of(Path config, Path out) {
        return new OpenedBooks(config, out);
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
    public AnnotationBook annotations(InstantSource clock) {
        Schema.create(clients, settings);
        return new AnnotationBook(new AnnotationTable(clients, settings), new Archive(clients, settings), clock);
    }

    /** The trade entries. */
    public EntryTable entries(InstantSource clock) {
        return new EntryTable(clients, settings, clock);
    }

    @Override
    public void close() {
        clients.close();
        stack.close();
    }
}
