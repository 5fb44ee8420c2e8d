package recon.binance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.binance.fake.Samples;
import recon.binance.fake.WalletRows;
import recon.binance.fake.WalletRows.Case;
import recon.ledger.row.Observation;

/** What the exchange should not send, and does: every source of the other wallets against one table of bodies. */
class BadInputTest {
    private static final Pattern AMOUNT = Pattern.compile("\"(-?\\d+\\.\\d+)\"");

    private static List<Observation> read(Case given, String body) {
        Source source = given.asked();
        Scope scope = WalletRows.scope(source);
        String json = body.replace('\'', '"');
        return source.read(Samples.reply(source.request(given.cursor(), scope), json), "k", given.cursor(), scope)
                .observations();
    }

    @ParameterizedTest
    @MethodSource("recon.binance.fake.WalletRows#cases")
    void everySource_isInTheTableAndItsRowMeansSomething(Case given) {
        assertThat(read(given, given.body())).isNotEmpty();
        assertThat(WalletRows.cases().map(Case::source))
                .containsExactlyInAnyOrderElementsOf(WalletRows.SOURCES.keySet());
    }

    @ParameterizedTest
    @MethodSource("recon.binance.fake.WalletRows#cases")
    void rowWithoutOneOfItsFields_refusesThePageByName(Case given) {
        for (String field : given.needed()) {
            String broken = given.body().replaceFirst("'" + field + "'", "'x'");
            assertThatThrownBy(() -> read(given, broken))
                    .as(field)
                    .isInstanceOf(MalformedReply.class)
                    .hasMessageContaining(given.source())
                    .hasMessageContaining(field);
        }
    }

    @ParameterizedTest
    @MethodSource("recon.binance.fake.WalletRows#cases")
    void timeInSeconds_refusesThePageByName(Case given) {
        if (!given.time().isEmpty()) {
            String seconds =
                    given.body().replace("'" + given.time() + "':1767225600000", "'" + given.time() + "':1767225600");
            assertThat(seconds).isNotEqualTo(given.body());
            assertThatThrownBy(() -> read(given, seconds))
                    .isInstanceOf(MalformedReply.class)
                    .hasMessageContaining(given.time())
                    .hasMessageContaining("milliseconds");
        }
    }

    @ParameterizedTest
    @MethodSource("recon.binance.fake.WalletRows#cases")
    void amountThatIsANumber_isReadToTheLastDigit(Case given) {
        String body = given.body().replace('\'', '"');
        String numbers = AMOUNT.matcher(body).replaceAll("$1");
        assertThat(read(given, numbers)).isEqualTo(read(given, body));
    }

    /** 1.50 is 15E-1: the same amount, and the same digits in every file. */
    @ParameterizedTest
    @MethodSource("recon.binance.fake.WalletRows#cases")
    void amountWithAnExponent_isTheSameAmount(Case given) {
        String body = given.body().replace('\'', '"');
        String exponents = AMOUNT.matcher(body).replaceAll(found -> "\"" + exponent(found.group(1)) + "\"");
        assertThat(plain(read(given, exponents))).isEqualTo(plain(read(given, body)));
    }

    private static String exponent(String amount) {
        BigDecimal value = new BigDecimal(amount);
        return value.unscaledValue() + "E-" + value.scale();
    }

    /** Every decimal without exponent and trailing zeros, as the files show it. */
    private static String plain(List<Observation> observations) {
        Matcher numbers = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?(E-?\\d+)?(?![\\w.:])")
                .matcher(observations.toString());
        return numbers.replaceAll(
                found -> new BigDecimal(found.group()).stripTrailingZeros().toPlainString());
    }

    @ParameterizedTest
    @MethodSource("recon.binance.fake.WalletRows#cases")
    void fieldThatNobodyKnows_changesNothing(Case given) {
        String more = given.body().replaceFirst("\\{'", "{'somethingNew':{'deep':[1,2]},'");
        assertThat(read(given, more)).isEqualTo(read(given, given.body()));
    }

    @ParameterizedTest
    @MethodSource("recon.binance.fake.WalletRows#cases")
    void bodyThatIsNoAnswer_isRefused(Case given) {
        for (String body : List.of("null", "'x'", "7", "[null]", "[[]]", "{}", "[] []")) {
            assertThatThrownBy(() -> read(given, body))
                    .as(body)
                    .isInstanceOf(MalformedReply.class)
                    .hasMessageContaining(given.source());
        }
    }
}
