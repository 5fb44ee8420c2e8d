package recon.storage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import recon.local.stack.LocalStack;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.schema.Schema;

/** Tables, queues and a bucket of a test's own, on the one embedded stack that all tests of a run share. */
public record Installation(AwsClients clients, AwsSettings settings) {
    /** Everything created and empty. */
    public static Installation fresh() {
        Installation installation = bare();
        Schema.create(installation.clients(), installation.settings());
        return installation;
    }

    /** Nothing created yet. */
    public static Installation bare() {
        String name = "t" + UUID.randomUUID().toString().substring(0, 8);
        LocalStack stack = Shared.STACK;
        AwsSettings settings = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name + "-bucket");
        return new Installation(Shared.clients(settings), settings);
    }

    /** The same, with every call going past these calls. */
    public Installation watched(Calls calls) {
        return new Installation(calls.watch(clients), settings);
    }

    private static final class Shared {
        static final LocalStack STACK = start();
        private static AwsClients clients;

        static synchronized AwsClients clients(AwsSettings settings) {
            if (clients == null) {
                clients = AwsClients.create(settings, STACK.dynamodbClient(), STACK::s3Client);
            }
            return clients;
        }

        private static LocalStack start() {
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "stack")), "run");
                LocalStack stack = LocalStack.start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
                return stack;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
