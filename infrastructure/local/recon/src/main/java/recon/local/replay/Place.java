package recon.local.replay;

import static java.util.Objects.requireNonNull;

import recon.local.stack.LocalStack;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.schema.Schema;

/**
 * Where books are kept: tables, queues and a bucket of one name on an embedded stack.
 *
 * @param clients the way to it; closed with it
 * @param settings its names
 */
record Place(AwsClients clients, AwsSettings settings) implements AutoCloseable {
    Place {
        requireNonNull(clients, "clients is null");
        requireNonNull(settings, "settings is null");
    }

    /** Those of that name on a stack that runs; what is not there yet is created. */
    static Place on(LocalStack stack, String name) {
        AwsSettings settings = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name);
        AwsClients clients = AwsClients.create(settings, stack.dynamodbClient(), stack::s3Client);
        Schema.create(clients, settings);
        return new Place(clients, settings);
    }

    @Override
    public void close() {
        clients.close();
    }
}
