package recon.binance.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.ExcessiveRight;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Scope;

class KeyRightsTest {
    private static final String READ_ONLY = """
            {"ipRestrict":true,"createTime":1698645219000,"enableReading":true,"enableWithdrawals":false,
             "enableInternalTransfer":false,"enableMargin":false,"enableFutures":false,
             "permitsUniversalTransfer":false,"enableVanillaOptions":false,"enableFixApiTrade":false,
             "enableFixReadOnly":false,"enableSpotAndMarginTrading":false,"enablePortfolioMarginTrading":false}""";

    private final ApiRestrictions source = new ApiRestrictions(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.MAIN, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
    private final Request request = source.request(Cursor.START, scope);

    private Optional<String> refused(String body) {
        return KeyRights.of(Samples.reply(request, body), ExchangeJson.mapper()).refused();
    }

    @Test
    void aKeyThatMayOnlyRead_isAccepted() {
        assertThat(refused(READ_ONLY)).isEmpty();
        assertThat(refused(READ_ONLY.replace("\"ipRestrict\":true", "\"ipRestrict\":false")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enableWithdrawals",
                "enableInternalTransfer",
                "enableMargin",
                "enableFutures",
                "permitsUniversalTransfer",
                "enableVanillaOptions",
                "enableFixApiTrade",
                "enableFixReadOnly",
                "enableSpotAndMarginTrading",
                "enablePortfolioMarginTrading"
            })
    void anyOtherRight_isNamed(String right) {
        assertThat(refused(READ_ONLY.replace("\"" + right + "\":false", "\"" + right + "\":true")))
                .contains(right);
    }

    @Test
    void theFirstOneIsNamed_whenThereAreSeveral() {
        assertThat(refused(READ_ONLY.replace(":false", ":true"))).contains("enableWithdrawals");
    }

    @ParameterizedTest
    @CsvSource({
        "enableTeleport, true, true", "permitsEverything, true, true", "enableTeleport, false, false",
        "enableTeleport, \"true\", true", "enableTeleport, 1, true", "tradingAuthorityExpirationTime, 1, false",
    })
    void aRightWeDoNotKnowYet_isRefusedUnlessItIsPlainlyFalse(String name, String value, boolean expected) {
        String body = "{\"enableReading\":true,\"" + name + "\":" + value + "}";
        assertThat(refused(body)).isEqualTo(expected ? Optional.of(name) : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"enableWithdrawals\":false}"})
    void anAnswerThatDoesNotSpeakOfReading_isNoClearance(String body) {
        assertThatThrownBy(() -> refused(body)).isInstanceOf(MalformedReply.class);
    }

    @Test
    void theSourceObservesNothing_andCountsTheRights() {
        assertThat(request.line()).isEqualTo("GET /sapi/v1/account/apiRestrictions");
        Page page = source.read(Samples.reply(request, READ_ONLY), "k", Cursor.START, scope);
        assertThat(page.observations()).isEmpty();
        assertThat(page.rows()).isEqualTo(11);
        assertThat(page.next().finished()).isTrue();
    }

    @Test
    void theSourceRefusesAKeyThatMayDoMore_byTheNameOfTheRight() {
        String trading =
                READ_ONLY.replace("\"enableSpotAndMarginTrading\":false", "\"enableSpotAndMarginTrading\":true");
        assertThatThrownBy(() -> source.read(Samples.reply(request, trading), "k", Cursor.START, scope))
                .isInstanceOfSatisfying(
                        ExcessiveRight.class,
                        excessive -> assertThat(excessive.right()).isEqualTo("enableSpotAndMarginTrading"))
                .hasMessageContaining("main@example.com");
    }
}
