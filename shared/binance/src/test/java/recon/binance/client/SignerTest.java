package recon.binance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.binance.request.HostFamily;
import recon.binance.request.Request;
import recon.binance.request.Security;

class SignerTest {
    private static final String SECRET = "demo-secret-0001";

    /** Vectors of the facts sheet, made with another implementation of HMAC. */
    @Test
    void signaturesAreThoseOfTheFactsSheet() {
        Request plain = Request.of(HostFamily.SPOT, "/api/v3/myTrades", Security.SIGNED, List.of())
                .with("symbol", "BTCUSDT")
                .with("startTime", 1_700_000_000_000L)
                .with("endTime", 1_700_086_399_999L)
                .with("limit", 1_000)
                .with("recvWindow", 5_000)
                .with("timestamp", 1_700_100_000_000L);
        assertThat(new Credentials("key", SECRET).signer().sign(plain.query()))
                .isEqualTo("f9487b01520fabedd06754ac906efe993b7cec1e628fd89bc156f34bd8c34843");
    }

    @Test
    void theEncodedTextIsSigned_whenASymbolIsNotAscii() {
        Request chinese = Request.of(HostFamily.SPOT, "/api/v3/myTrades", Security.SIGNED, List.of())
                .with("symbol", "測試USDT")
                .with("limit", 10)
                .with("timestamp", 1_700_100_000_000L);
        assertThat(new Credentials("key", SECRET).signer().sign(chinese.query()))
                .isEqualTo("5408bb5216e4896700906830725426604ceff80837cf4cc91c6ed89ab4761095");
    }

    /** The exchange's own published example. */
    @ParameterizedTest
    @CsvSource({
        "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j,"
                + "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559,"
                + "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71"
    })
    void signaturesAreThoseOfTheExchange(String secret, String payload, String expected) {
        assertThat(new Credentials("key", secret).signer().sign(payload)).isEqualTo(expected);
    }

    @Test
    void neitherKeyNorSecretShows_inAnyText() {
        Credentials credentials = new Credentials("my-api-key", SECRET);
        assertThat(credentials + " " + credentials.signer()).doesNotContain("my-api-key", SECRET);
    }

    @Test
    void blankCredentials_areRefusedWithoutRepeatingThem() {
        assertThatThrownBy(() -> new Credentials("my-api-key", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("my-api-key");
    }
}
