package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each distortion spoils the good answers that it was asked for, and what it says. */
final class DistortionsTest {
    private static final String DEPOSITS = "/sapi/v1/capital/deposit/hisrec";
    private static final String WITHDRAWALS = "/sapi/v1/capital/withdraw/history";
    private static final String INCOME = "/fapi/v1/income";

    @TempDir
    private static Path folder;

    private static Exchange exchange;

    @BeforeAll
    static void open() {
        exchange = new Exchange(
                Exchange.settings(7).withActivities(EnumSet.allOf(Activity.class)), folder, Exchange.day(4));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void writesDecimalsWithAnExponent_orAsNumbers() {
        JsonNode good = income();
        exchange.simulator.faults().distort(Distortion.EXPONENT_FORM, INCOME, 1);
        JsonNode exponents = income();
        exchange.simulator.faults().distort(Distortion.NUMBER_FOR_STRING, "/fapi", 1);
        JsonNode numbers = income();

        String text = good.get(0).get("income").asText();
        assertThat(exponents.get(0).get("income").asText()).contains("E-");
        assertThat(new BigDecimal(exponents.get(0).get("income").asText())).isEqualByComparingTo(text);
        assertThat(numbers.get(0).get("income").isNumber()).isTrue();
        assertThat(numbers.get(0).get("income").decimalValue()).isEqualByComparingTo(text);
        assertThat(income()).as("no longer than asked for").isEqualTo(good);
    }

    @Test
    void turnsFeesTimesAndIds_intoWhatTheyShouldNotBe() {
        JsonNode good = exchange.json(exchange.main(), WITHDRAWALS, "");
        exchange.simulator.faults().distort(Distortion.NEGATIVE_FEE, WITHDRAWALS, 1);
        JsonNode fees = exchange.json(exchange.main(), WITHDRAWALS, "");
        JsonNode deposits = exchange.json(exchange.main(), DEPOSITS, "");
        exchange.simulator.faults().distort(Distortion.TIME_IN_SECONDS, DEPOSITS, 1);
        JsonNode seconds = exchange.json(exchange.main(), DEPOSITS, "");
        exchange.simulator.faults().distort(Distortion.NO_ID, DEPOSITS, 1);
        JsonNode nameless = exchange.json(exchange.main(), DEPOSITS, "");

        assertThat(new BigDecimal(fees.get(0).get("transactionFee").asText()))
                .isNegative()
                .isEqualByComparingTo(
                        new BigDecimal(good.get(0).get("transactionFee").asText()).negate());
        assertThat(seconds.get(0).get("insertTime").asLong())
                .isEqualTo(deposits.get(0).get("insertTime").asLong() / 1_000);
        assertThat(deposits).allMatch(row -> row.has("id"));
        assertThat(nameless).isNotEmpty().noneMatch(row -> row.has("id") || row.has("txId"));
    }

    @Test
    void cutsACompressedBody_inTheMiddle() {
        exchange.simulator.faults().distort(Distortion.TRUNCATED_GZIP, DEPOSITS, 1);
        HttpResponse<String> response = exchange.signed(exchange.main(), DEPOSITS, "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(response.body()).startsWith("\u001f").doesNotContain("insertTime");
    }

    @Test
    void leavesRefusalsAsTheyAre_andIsNotUsedUpByThem() {
        exchange.simulator.faults().distort(Distortion.NO_ID, DEPOSITS, 1);
        assertThat(Exchange.code(exchange.signed(exchange.main(), DEPOSITS, "limit=0")))
                .isEqualTo(-1130);
        assertThat(exchange.json(exchange.main(), DEPOSITS, "")).noneMatch(row -> row.has("id"));
    }

    private static JsonNode income() {
        return exchange.json(exchange.main(), INCOME, "limit=5");
    }
}
