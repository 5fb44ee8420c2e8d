package recon.storage.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.testing.ScriptedQueue;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

class QueueWireTest {
    private static final Instant NOW = Instant.parse("2026-03-11T23:59:59.900Z");
    private static final byte[] BODY = "{\"QueueUrl\":\"q\"}".getBytes(UTF_8);
    private static final Map<String, String> HEADERS = Map.of("content-type", "application/x-amz-json-1.0");

    private ScriptedQueue queue;
    private AwsClients clients;
    private QueueWire wire;

    @BeforeEach
    void start() throws Exception {
        queue = ScriptedQueue.start();
        AwsSettings settings = AwsSettings.embedded(queue.uri(), queue.uri(), queue.uri(), "p", "b");
        clients = AwsClients.create(settings);
        wire = new QueueWire(clients, settings, "record");
    }

    @AfterEach
    void end() {
        clients.close();
        queue.close();
    }

    @Test
    void signatureIsTheSdksOwn_onOneDayAndOnTheNextWithAndWithoutAToken() {
        QueueSignature signature = new QueueSignature("sqs.eu-central-1.amazonaws.com", "eu-central-1");
        for (AwsCredentialsIdentity identity : List.of(
                AwsCredentialsIdentity.create("AKID", "secret"),
                AwsCredentialsIdentity.create("AKID", "another/secret+"),
                AwsSessionCredentialsIdentity.create("AKID", "secret", "to/ken=="))) {
            for (Instant at : List.of(NOW, NOW.plusSeconds(1))) {
                Map<String, String> expected = new TreeMap<>();
                sdk(identity, at)
                        .forEach((name, values) -> expected.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
                assertThat(signature.sign(identity, HEADERS, BODY, at)).isEqualTo(expected);
            }
        }
    }

    private static Map<String, List<String>> sdk(AwsCredentialsIdentity identity, Instant at) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("https://sqs.eu-central-1.amazonaws.com/"))
                .putHeader("content-type", HEADERS.get("content-type"))
                .build();
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity)
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(BODY))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
                .request()
                .headers();
    }

    @Test
    void callIsDatedByTheServersClock_onceItHasRefusedOneThatWasDatedByOurs() {
        wire.prepare();
        List<Consignment.Entry> entries = entries();
        assertThat(wire.call(entries, NOW).headers()).containsEntry("x-amz-date", "20260311T235959Z");

        QueueReply reply = refused("Wed, 11 Mar 2026 23:49:59 GMT");

        assertThat(reply).isEqualTo(new QueueReply.Refused("InvalidSignatureException", "status 403 late", false));
        // Ours is 10 minutes and 0.9 seconds ahead.
        assertThat(wire.call(entries, NOW.plusSeconds(1)).headers()).containsEntry("x-amz-date", "20260311T235000Z");
    }

    @Test
    void callIsDatedByOurClock_whenTheServersDiffersByLittleOrIsNoDate() {
        wire.prepare();
        refused("Wed, 11 Mar 2026 23:56:59 GMT");
        assertThat(wire.call(entries(), NOW).headers()).containsEntry("x-amz-date", "20260311T235959Z");
        refused("yesterday");
        assertThat(wire.call(entries(), NOW).headers()).containsEntry("x-amz-date", "20260311T235959Z");
    }

    @Test
    void callsGoToTheRegionsOwnHost_withoutAStandIn() {
        AwsSettings settings = AwsSettings.from(name -> Optional.ofNullable(
                Map.of("recon.aws.bucket", "b", "recon.aws.region", "eu-west-1").get(name)));
        try (AwsClients real = AwsClients.create(settings)) {
            assertThat(new QueueWire(real, settings, "record").endpoint())
                    .isEqualTo(URI.create("https://sqs.eu-west-1.amazonaws.com/"));
        }
    }

    private QueueReply refused(String date) {
        return wire.reply(
                entries(),
                403,
                header -> header.equals("date") ? Optional.of(date) : Optional.empty(),
                "{\"__type\":\"com.amazon.coral.service#InvalidSignatureException\",\"message\":\"late\"}"
                        .getBytes(UTF_8),
                NOW);
    }

    private static List<Consignment.Entry> entries() {
        return new Consignment(List.of(new OutgoingExecution("{}".getBytes(UTF_8), "1", NOW, "t/1", 1))).next();
    }
}
