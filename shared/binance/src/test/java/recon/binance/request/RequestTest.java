package recon.binance.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.budget.Bucket;
import recon.binance.budget.Charge;

class RequestTest {
    private static final Request BARE = Request.of(HostFamily.SPOT, "/api/v3/myTrades", Security.SIGNED, List.of());

    @Test
    void lineKeepsTheOrderOfParameters_whateverTheirNames() {
        assertThat(BARE.with("symbol", "BTCUSDT")
                        .with("fromId", 0)
                        .with("limit", 1000)
                        .line())
                .isEqualTo("GET /api/v3/myTrades?symbol=BTCUSDT&fromId=0&limit=1000");
    }

    @Test
    void lineEncodesUtf8_whenASymbolIsNotAscii() {
        assertThat(BARE.with("symbol", "測試USDT").line())
                .isEqualTo("GET /api/v3/myTrades?symbol=%E6%B8%AC%E8%A9%A6USDT");
    }

    @Test
    void lineEncodesReservedCharacters_whenAnEmailIsAParameter() {
        assertThat(BARE.with("fromEmail", "a+b c@x.com~*").query()).isEqualTo("fromEmail=a%2Bb%20c%40x.com~%2A");
    }

    @Test
    void lineHasNoQuestionMark_withoutParameters() {
        assertThat(BARE.line()).isEqualTo("GET /api/v3/myTrades");
    }

    @Test
    void aBucketIsChargedOnce_orTheRequestIsRefused() {
        Bucket bucket = new Bucket("b", "door", Duration.ofMinutes(1), 100);
        Charge charge = new Charge(bucket, 1, Optional.empty());
        assertThatThrownBy(() -> Request.of(HostFamily.SPOT, "/p", Security.NONE, List.of(charge, charge)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v3/account, SPOT",
        "/sapi/v1/capital/deposit/hisrec, SAPI",
        "/fapi/v1/income, FAPI",
    })
    void theInterfaceIsFound_inThePath(String path, HostFamily family) {
        assertThat(HostFamily.of(path)).isEqualTo(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dapi/v1/income", "api/v3/account", "/api", "/", ""})
    void aPathOfNoInterface_isRefused(String path) {
        assertThatThrownBy(() -> HostFamily.of(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
