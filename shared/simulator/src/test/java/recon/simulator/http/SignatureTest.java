package recon.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.simulator.KeyType;
import recon.simulator.SimulatedKey;

final class SignatureTest {
    private static final String SECRET = "demo-secret-0001";
    private static final String ED25519 = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u
            -----END PRIVATE KEY-----
            """;

    @ParameterizedTest
    @CsvSource({
        "symbol=BTCUSDT&startTime=1700000000000&endTime=1700086399999&limit=1000&recvWindow=5000&timestamp=1700100000000,"
                + "f9487b01520fabedd06754ac906efe993b7cec1e628fd89bc156f34bd8c34843",
        "symbol=%E6%B8%AC%E8%A9%A6USDT&limit=10&timestamp=1700100000000,"
                + "5408bb5216e4896700906830725426604ceff80837cf4cc91c6ed89ab4761095"
    })
    void equalsTheVectorOfTheFactsSheet_whenTheEncodedQueryIsSigned(String query, String expected) {
        assertThat(Signature.of(SECRET, query)).isEqualTo(expected);
        assertThat(Signature.matches(SECRET, query, expected.toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(Signature.matches(SECRET, query + "1", expected)).isFalse();
    }

    /** The logon example of the exchange's FIX documentation: the only published pair of private key and signature. */
    @Test
    void takesTheSignatureThatTheExchangePublishes_forEd25519() {
        String signature = "4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA==";
        String payload = "A\u0001EXAMPLE\u0001SPOT\u00011\u000120240627-11:17:25.223";
        PublicKey half = ed25519();

        assertThat(Signature.matches("Ed25519", half, payload, signature)).isTrue();
        assertThat(Signature.matches("Ed25519", half, payload + "0", signature)).isFalse();
    }

    /** Signed with OpenSSL by the first account's private key. */
    @Test
    void takesTheSignatureOfOpenSsl_forRsa() throws IOException {
        String signature = "SCkclWQcu4foxmkIFu9JBs9CZ5wYAG5iGYFxj4X3joQVS8y6bqhaOe1/9NhQHklANsCDVDuQQQ1XyKidw/i7cKO"
                + "QbeOi0UgCmWNo08sWvGkeBj/GaYNWAurg+8A150ko9zSSVMNFbz6FfmDJ6LY3B5BTs1fF5bgKbswRcOlIr0TrHk"
                + "jc9yiikE555MVxpcCwWyEdhhIqDXJ02+2ygvCvtuVbMbPgpZf9emCa4mBedd3OoStrmr91LBF+2dLzKKs8metj9"
                + "aQ3z43e4E0xYQuqWUFT2zNfPxriJrCpyM4gRk+/NOgjnHBnO1TEvvIVFdDFErJfGRu97E9zdijCQEGCfA==";
        String payload = "symbol=%E6%B8%AC%E8%A9%A6USDT&limit=10&timestamp=1700100000000";
        PublicKey half = firstRsa();

        assertThat(Signature.matches("SHA256withRSA", half, payload, signature)).isTrue();
        assertThat(Signature.matches("SHA256withRSA", half, payload + "0", signature))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "AAAA", "not base64", "AAAA AAAA"})
    void takesNothingElse_forAKeyPair(String signature) throws IOException {
        assertThat(Signature.matches("SHA256withRSA", firstRsa(), "a=b", signature))
                .isFalse();
        assertThat(Signature.matches("Ed25519", ed25519(), "a=b", signature)).isFalse();
    }

    @Test
    void coversTheQueryAsReceived_whereverTheSignatureStands() {
        assertThat(Parameters.of("symbol=%e6%b8%ac&b=1&signature=00&a=2").signedPart())
                .isEqualTo("symbol=%e6%b8%ac&b=1&a=2");
        assertThat(Parameters.of("signature=00").signedPart()).isEmpty();
    }

    @Test
    void decodesValuesAndFindsRepetitions_inAnyQuery() {
        Parameters parameters = Parameters.of("symbol=%E6%B8%AC&limit=1&limit=2&empty=");

        assertThat(parameters.text("symbol")).contains("測");
        assertThat(parameters.repeated()).containsExactly("limit");
        assertThat(parameters.text("empty")).contains("");
    }

    private static PublicKey ed25519() {
        return PublicHalf.ed25519(new SimulatedKey(KeyType.ED25519, "key", ED25519));
    }

    private static PublicKey firstRsa() throws IOException {
        try (InputStream in = SimulatedKey.class.getResourceAsStream("rsa-keys.pem")) {
            String all = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return PublicHalf.rsa(new SimulatedKey(KeyType.RSA, "key", all.substring(0, all.indexOf("-----END"))));
        }
    }
}
