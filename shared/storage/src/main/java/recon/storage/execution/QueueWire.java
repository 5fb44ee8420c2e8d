package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsServiceClientConfiguration;
import software.amazon.awssdk.services.sqs.endpoints.SqsEndpointProvider;

/**
 * Calls of one queue as bytes, for a sender with an HTTP client of its own: AWS JSON 1.0, signed with version 4. The SDK
 * gives address and credentials; its marshalling and its HTTP client take ten times as long for a batch. Nothing here
 * waits but {@link #prepare}.
 */
public final class QueueWire {
    private static final Map<String, String> HEADERS =
            Map.of("content-type", "application/x-amz-json-1.0", "x-amz-target", "AmazonSQS.SendMessageBatch");

    private final SqsClient sqs;
    private final String name;
    private final ClockSkew skew = new ClockSkew();
    private final URI endpoint;
    private final QueueSignature signature;
    private volatile Optional<Ready> ready = Optional.empty();

    /** What a call needs that is not known from the start. */
    private record Ready(String url, AwsCredentialsIdentity identity) {}

    /**
     * A call as it goes over the wire, by POST.
     *
     * @param headers all that have to be sent, by name in lower case
     * @param body the bytes that were signed
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are the content; nobody compares calls
    public record Call(Map<String, String> headers, byte[] body) {
        public Call {
            headers = Map.copyOf(headers);
            requireNonNull(body, "body is null");
        }

        /** Without what it is signed with. */
        @Override
        public String toString() {
            return "Call[" + body.length + " bytes]";
        }
    }

    /**
     * Calls to the queue of a function.
     *
     * @param queue without the prefix of the installation, for instance {@code record}
     */
    public QueueWire(AwsClients clients, AwsSettings settings, String queue) {
        this.sqs = clients.sqs();
        this.name = settings.queue(requireNonNull(queue, "queue is null"));
        this.endpoint = endpoint(sqs.serviceClientConfiguration());
        this.signature = new QueueSignature(
                endpoint.getAuthority(),
                sqs.serviceClientConfiguration().region().id());
    }

    /** Where calls go: scheme, host and port, and the path {@code /}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Whether {@link #prepare} has succeeded before. */
    public boolean isPrepared() {
        return ready.isPresent();
    }

    /**
     * Looks the queue up and fetches credentials, and may wait for both. To be called before the first call, and from time
     * to time thereafter, for credentials expire. Failures are thrown as the SDK's own exceptions.
     */
    public void prepare() {
        String url = ready.map(Ready::url)
                .orElseGet(() -> sqs.getQueueUrl(q -> q.queueName(name)).queueUrl());
        AwsCredentialsIdentity identity = sqs.serviceClientConfiguration()
                .credentialsProvider()
                .resolveIdentity()
                .join();
        ready = Optional.of(new Ready(url, identity));
    }

    /** The call that sends these messages; {@link #prepare} has succeeded before. */
    public Call call(List<Consignment.Entry> entries, Instant now) {
        Ready known = ready.orElseThrow();
        byte[] body = BatchCall.write(known.url(), entries);
        return new Call(signature.sign(known.identity(), HEADERS, body, skew.theirs(now)), body);
    }

    /**
     * Reads the answer to a call.
     *
     * @param status of HTTP
     * @param headers gives a header's value by its name in lower case
     */
    public QueueReply reply(List<Consignment.Entry> entries, int status, Headers headers, byte[] body, Instant now) {
        QueueReply reply = BatchReply.read(
                entries, status, headers.value("x-amzn-query-error").orElse(""), body);
        if (!(reply instanceof QueueReply.Answered)) {
            headers.value("date").ifPresent(date -> skew.learn(date, now));
        }
        return reply;
    }

    /** The headers of an answer. */
    public interface Headers {
        /** The value of a header, by its name in lower case. */
        Optional<String> value(String header);
    }

    private static URI endpoint(SqsServiceClientConfiguration configuration) {
        URI found = configuration
                .endpointOverride()
                .orElseGet(() -> SqsEndpointProvider.defaultProvider()
                        .resolveEndpoint(parameters -> parameters.region(configuration.region()))
                        .join()
                        .url());
        try {
            return new URI(found.getScheme(), null, found.getHost(), found.getPort(), "/", null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the queue's endpoint is no address: " + found, e);
        }
    }
}
