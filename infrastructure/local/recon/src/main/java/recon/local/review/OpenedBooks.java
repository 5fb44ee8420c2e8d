package recon.local.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import recon.accounts.ConfigurationFile;
import recon.accounts.ConfiguredAccount;
import recon.local.live.BooksFolder;
import recon.local.stack.LocalStack;
import recon.storage.archive.Archive;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.registry.Registry;
import recon.storage.registry.Resolutions;

/** The books of a folder, opened to be looked at: no key is read and nobody is asked. */
final class OpenedBooks implements AutoCloseable {
    private final LocalStack stack;
    private final AwsClients clients;
    private final Review review;

    private OpenedBooks(Path config, Path out) {
        var accounts = ConfigurationFile.read(config).accounts().stream()
                .map(ConfiguredAccount::account)
                .toList();
        Path data = BooksFolder.stack(out);
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException("--out " + out + " holds no books: 'recon run' makes them");
        }
        stack = LocalStack.start(data);
        AwsSettings settings = AwsSettings.embedded(
                stack.dynamodb(), stack.sqs(), stack.s3(), BooksFolder.INSTALLATION, BooksFolder.INSTALLATION);
        clients = AwsClients.create(settings, stack.dynamodbClient());
        review = new Review(
                new Registry(clients, settings),
                accounts,
                new Resolutions(new Archive(clients, settings)),
                Clock.systemUTC());
    }

    /**
     * Opens them.
     *
     * @param config names the accounts
     * @param out the folder of the books
     * @throws IllegalArgumentException if there are none
     */
    static OpenedBooks of(Path config, Path out) {
        return new OpenedBooks(config, out);
    }

    Review review() {
        return review;
    }

    @Override
    public void close() {
        clients.close();
        stack.close();
    }
}
