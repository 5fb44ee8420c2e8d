package recon.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignatureTest {
    private static final String SECRET = "demo-secret-0001";

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
}
