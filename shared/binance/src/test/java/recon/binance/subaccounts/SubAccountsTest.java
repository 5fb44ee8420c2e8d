package recon.binance.subaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.ledger.row.Remarked;

class SubAccountsTest {
    private static final List<String> EMAILS =
            List.of("SUB1@example.com", "new1@example.com", "sub2@example.com", "new2@example.com");

    private final SubAccounts source = new SubAccounts(ExchangeJson.mapper());

    private static String exchange(Request request) {
        int limit = Integer.parseInt(request.params().get("limit"));
        return EMAILS.stream()
                .skip((Integer.parseInt(request.params().get("page")) - 1L) * limit)
                .limit(limit)
                .map(email -> "{\"email\":\"" + email + "\"}")
                .collect(Collectors.joining(",", "{\"subAccounts\":[", "]}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 200})
    void whoeverIsNotConfigured_isNamed(int pageLimit) {
        Walk walk = Walk.through(
                source,
                Samples.scope(Samples.MAIN, Samples.SENT, Samples.RECEIVED, pageLimit),
                Cursor.START,
                SubAccountsTest::exchange);
        assertThat(walk.observations().stream().map(row -> ((Remarked) row).subject()))
                .containsExactly("new1@example.com", "new2@example.com");
    }

    @Test
    void twoHundredAreAskedFor_becauseOneIsWhatItGivesUnasked() {
        assertThat(source.request(
                                Cursor.START,
                                Samples.scope(Samples.MAIN, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"))
                        .line())
                .isEqualTo("GET /sapi/v1/sub-account/list?page=1&limit=200");
    }
}
