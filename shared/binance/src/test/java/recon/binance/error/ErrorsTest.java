package recon.binance.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.HostFamily;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.request.Security;

class ErrorsTest {
    private static final ObjectMapper JSON = ExchangeJson.mapper();

    private static Request request(HostFamily family) {
        return Request.of(family, "/some/path", Security.SIGNED, List.of());
    }

    private static Optional<ExchangeError> judge(
            HostFamily family, int status, Map<String, String> headers, String body) {
        return Errors.judge(Samples.reply(request(family), status, headers, body), JSON);
    }

    private static ExchangeError error(HostFamily family, int status, String body) {
        return judge(family, status, Map.of(), body).orElseThrow();
    }

    private static ErrorClass ofCode(HostFamily family, int code, String message) {
        return error(family, 400, "{\"code\":" + code + ",\"msg\":\"" + message + "\"}")
                .errorClass();
    }

    /** One line per class and interface of the facts sheet, section 3; {@code a..b} is a range. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | API_KEY_INVALID | -1002 -1022 -2014 -2015",
                "SAPI | API_KEY_INVALID | -1099 -4004",
                "FAPI | API_KEY_INVALID | -1011 -1099 -2017 -4056 -4057",
                "* | RATE_LIMIT | -1003 -1015",
                "SPOT | RATE_LIMIT | -1008 -1034 -1181 -1191",
                "SAPI | RATE_LIMIT | -1004 -4005 -6009 -12014",
                "FAPI | RATE_LIMIT | -1008 -2025 -4045",
                "* | PARAMETER_ERROR | -1013 -1014 -1020 -1100 -1101 -1102 -1103 -1104 -1105 -1106 -1111",
                "* | PARAMETER_ERROR | -1114 -1115 -1116 -1117 -1118 -1119 -1120 -1127 -1128 -1130 -1021",
                "SPOT | PARAMETER_ERROR | -1108 -1122 -1134 -1135 -1139 -1145 -1151 -1194 -1220",
                "SPOT | PARAMETER_ERROR | -2011 -2013 -2026 -2039 -2043",
                "SAPI | PARAMETER_ERROR | -1131 -3011 -3025 -3026 -4047 -7001 -7002",
                "FAPI | PARAMETER_ERROR | -1023 -1108 -1109 -1125 -1126 -2013 -2026 -4000 -4026 -4047 -4099 -4144",
                "SAPI | INSUFFICIENT_BALANCE | -3041 -4024 -4025 -4026 -5002 -5003 -6012 -6018 -10011",
                "FAPI | INSUFFICIENT_BALANCE | -2018 -2019 -2024 -4050 -4051",
                "* | NETWORK_ERROR | -1001 -1006 -1007 -1016",
                "SAPI | NETWORK_ERROR | -3044 -10001",
                "* | INVALID_SYMBOL | -1121",
                "SAPI | INVALID_SYMBOL | -3027 -3028 -20121",
                "FAPI | INVALID_SYMBOL | -4141",
                "* | UNKNOWN | -1000 -1 -99999 -2021 -2022",
                "SAPI | UNKNOWN | -3000 -1008 -2026",
                "SPOT | UNKNOWN | -4047 -4026 -1099 -2017",
                "FAPI | UNKNOWN | -1010 -4109 -4100",
            })
    void aCodeHasTheClassOfItsInterface(String family, ErrorClass expected, String codes) {
        List<HostFamily> families =
                family.equals("*") ? List.of(HostFamily.values()) : List.of(HostFamily.valueOf(family));
        for (HostFamily each : families) {
            for (String code : codes.split(" ", -1)) {
                assertThat(ofCode(each, Integer.parseInt(code), "text"))
                        .as(each + " " + code)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void anOrderRejectedForMoney_isToldByItsTextOnSpotOnly() {
        String money = "Account has insufficient balance for requested action.";
        assertThat(ofCode(HostFamily.SPOT, -2010, money)).isEqualTo(ErrorClass.INSUFFICIENT_BALANCE);
        assertThat(ofCode(HostFamily.SPOT, -2010, "Duplicate order sent.")).isEqualTo(ErrorClass.UNKNOWN);
        assertThat(ofCode(HostFamily.FAPI, -2010, money)).isEqualTo(ErrorClass.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "401, API_KEY_INVALID", "403, UNKNOWN", "404, UNKNOWN", "408, NETWORK_ERROR", "409, UNKNOWN",
        "418, RATE_LIMIT", "429, RATE_LIMIT", "451, UNKNOWN", "500, NETWORK_ERROR", "502, NETWORK_ERROR",
        "503, NETWORK_ERROR", "504, NETWORK_ERROR", "302, UNKNOWN",
    })
    void theStatusDecides_whenThereIsAWebPageInsteadOfJson(int status, ErrorClass expected) {
        ExchangeError error = error(HostFamily.SPOT, status, "<html><body>no</body></html>");
        assertThat(error.errorClass()).isEqualTo(expected);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.code()).isEmpty();
        assertThat(error.message()).startsWith("GET /some/path answered " + status + " with a web page");
    }

    @Test
    void aThrottledFuturesServer_isARateLimitAndOther503AreNot() {
        assertThat(error(HostFamily.FAPI, 503, "{\"code\":-1008,\"msg\":\"Request throttled\"}")
                        .errorClass())
                .isEqualTo(ErrorClass.RATE_LIMIT);
        assertThat(error(HostFamily.FAPI, 503, "{\"code\":-1000,\"msg\":\"Unknown error\"}")
                        .errorClass())
                .isEqualTo(ErrorClass.NETWORK_ERROR);
        assertThat(error(HostFamily.FAPI, 503, "Service Unavailable.").errorClass())
                .isEqualTo(ErrorClass.NETWORK_ERROR);
    }

    @Test
    void aBodyThatIsWholeJson_isNoError() {
        for (String body : List.of("[]", "{}", "[{\"code\":-1}]", "{\"rows\":{\"code\":-1000}}", " {\"a\":1} \n")) {
            assertThat(judge(HostFamily.SPOT, 200, Map.of(), body)).as(body).isEmpty();
        }
        assertThat(judge(HostFamily.SAPI, 200, Map.of(), "{\"code\":200,\"msg\":\"\",\"snapshotVos\":[]}"))
                .isEmpty();
    }

    @Test
    void anErrorInsideA200_isAnError() {
        ExchangeError error = error(HostFamily.SAPI, 200, "{\"code\":-4047,\"msg\":\"Time interval\"}");
        assertThat(error.errorClass()).isEqualTo(ErrorClass.PARAMETER_ERROR);
        assertThat(error.code()).hasValue(-4047);
        assertThat(error.message())
                .isEqualTo("GET /some/path answered 200 with code -4047 \"Time interval\": the request itself is"
                        + " refused; asking again will not help");
        assertThat(error(HostFamily.SAPI, 200, "{\"msg\":\"no\",\"code\":\"-1000\"}")
                        .code())
                .hasValue(-1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1},{\"id\":",
                "[{\"id\":1}",
                "{\"serverTi",
                "[{\"isBuyer\":tru",
                "[{\"a\":\"b\\",
                "[12",
                "[\"币",
                "{"
            })
    void jsonThatEndsInTheMiddle_isANetworkError(String body) {
        assertThat(error(HostFamily.SPOT, 200, body).errorClass()).isEqualTo(ErrorClass.NETWORK_ERROR);
    }

    @Test
    void anyCutOfAPage_isNeverTakenForAPage() {
        byte[] page = "[{\"a\":\"x\\\"]\",\"b\":[1,2.5,true,null]},{\"币\":\"安\"}]".getBytes(UTF_8);
        for (int length = 1; length < page.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(page, length);
            Reply reply = new Reply(
                    request(HostFamily.SPOT),
                    200,
                    Map.of(),
                    Samples.SENT,
                    Samples.RECEIVED,
                    cut,
                    true,
                    Optional.empty());
            assertThat(Errors.judge(reply, JSON).orElseThrow().errorClass())
                    .as("cut at " + length)
                    .isEqualTo(ErrorClass.NETWORK_ERROR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "<!DOCTYPE html><html>", "oops", "[1}", "[] []", "{\"a\":1}]"})
    void aBodyThatIsNoJson_isUnknown(String body) {
        assertThat(error(HostFamily.SPOT, 200, body).errorClass()).isEqualTo(ErrorClass.UNKNOWN);
    }

    @Test
    void aBodyShorterThanAnnounced_isANetworkErrorEvenIfItIsJson() {
        Reply reply = new Reply(
                request(HostFamily.SPOT),
                200,
                Map.of(),
                Samples.SENT,
                Samples.RECEIVED,
                "[]".getBytes(UTF_8),
                false,
                Optional.of("the answer broke off"));
        ExchangeError error = Errors.judge(reply, JSON).orElseThrow();
        assertThat(error.errorClass()).isEqualTo(ErrorClass.NETWORK_ERROR);
        assertThat(error.message()).contains("cut short (the answer broke off)");
    }

    @Test
    void noAnswer_isANetworkErrorWithItsReason() {
        ExchangeError error = Errors.judge(
                        Reply.unanswered(request(HostFamily.SPOT), Samples.SENT, Samples.RECEIVED, "refused"), JSON)
                .orElseThrow();
        assertThat(error.errorClass()).isEqualTo(ErrorClass.NETWORK_ERROR);
        assertThat(error.message()).isEqualTo("GET /some/path was not answered (refused): ask again after a while");
    }

    @Test
    void aRefusedTimeStamp_isFlagged() {
        String body = "{\"code\":-1021,\"msg\":\"Timestamp for this request is outside of the recvWindow.\"}";
        assertThat(error(HostFamily.SPOT, 400, body).clockSkewed()).isTrue();
        assertThat(error(HostFamily.SPOT, 400, "{\"code\":-1022,\"msg\":\"\"}").clockSkewed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 7 | {} | 2026-11-20T00:02:07.180Z",
                "429 |   | {} | 2026-11-20T00:03:00.180Z",
                "418 | 120 | {} | 2026-11-20T00:04:00.180Z",
                "418 |   | {} | 2026-11-20T00:04:00.180Z",
                // 1795000000000 ms is 2026-11-18T11:06:40Z, past already: the later Retry-After stands.
                "418 | 60 | {\"code\":-1003,\"msg\":\"IP banned until 1795000000000. Use\"} | 2026-11-20T00:03:00.180Z",
                "418 |   | {\"code\":-1003,\"msg\":\"IP banned until 1796000000000. Use\"} | 2026-11-30T00:53:20Z",
                "403 |   | <html> | 2026-11-20T00:07:00.180Z",
                "400 |   | {\"code\":-1003,\"msg\":\"Too many\"} | 2026-11-20T00:03:00.180Z",
                "503 | 3 | {} | 2026-11-20T00:02:03.180Z",
                "500 |   | {} | ",
                "400 | soon | {\"code\":-1121,\"msg\":\"Invalid symbol.\"} | ",
            })
    void retryAtIsWhatTheExchangeSays_elseByRule(int status, String retryAfter, String body, Instant expected) {
        Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter);
        assertThat(judge(HostFamily.SPOT, status, headers, body).orElseThrow().retryAt())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void theExchangesWordsAreShortenedAndFlattened_inAMessage() {
        String message = error(HostFamily.SPOT, 400, "{\"code\":-1,\"msg\":\"a\\nb" + "x".repeat(5_000) + "\"}")
                .message();
        assertThat(message).contains("\"a bxxx").hasSizeLessThan(400).doesNotContain("\n");
    }
}
