package recon.binance.userstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.client.Credentials;

class StreamRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void parametersAreSignedInTheOrderOfTheirNames_asTheyAre() throws Exception {
        JsonNode request = JSON.readTree(
                StreamRequests.subscribe("s1", Credentials.hmac("the-key", "s3cr3t"), 1_700_000_000_000L));

        assertThat(request.path("id").textValue()).isEqualTo("s1");
        assertThat(request.path("method").textValue()).isEqualTo("userDataStream.subscribe.signature");
        JsonNode parameters = request.path("params");
        assertThat(parameters.path("timestamp").longValue()).isEqualTo(1_700_000_000_000L);
        assertThat(parameters.path("signature").textValue())
                .isEqualTo(hmac("s3cr3t", "apiKey=the-key&timestamp=1700000000000"));
    }

    @Test
    void subscriptionIsRead_fromItsAnswer() {
        StreamAnswer answer =
                parse("{\"id\":\"s1\",\"status\":200,\"result\":{\"subscriptionId\":7},\"rateLimits\":[]}");

        assertThat(answer.ok()).isTrue();
        assertThat(answer.subscription()).hasValue(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}}",
                "{\"status\":400,\"error\":{\"code\":-1022,\"msg\":\"Signature\"}}"
            })
    void refusedKeyIsTold_byStatusOrCode(String frame) {
        StreamAnswer answer = parse(frame);

        assertThat(answer.keyRefused()).isTrue();
        assertThat(answer.id()).isEmpty();
        assertThat(answer.tooMuch()).isFalse();
    }

    @Test
    void waitingTimeIsRead_whenTooMuchWasAsked() {
        StreamAnswer answer = parse("{\"id\":\"s1\",\"status\":418,\"error\":{\"code\":-1003,\"msg\":\"\","
                + "\"data\":{\"serverTime\":1,\"retryAfter\":1700000000000}}}");

        assertThat(answer.tooMuch()).isTrue();
        assertThat(answer.retryAfter()).hasValue(1_700_000_000_000L);
    }

    private static StreamAnswer parse(String frame) {
        return StreamAnswer.parse(frame.getBytes(UTF_8)).orElseThrow();
    }

    private static String hmac(String secret, String payload) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(UTF_8)));
    }
}
