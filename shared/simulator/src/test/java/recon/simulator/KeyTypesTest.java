package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KeyTypesTest {
    private static final String ACCOUNT = "/api/v3/account";
    private static final String RIGHTS = "/sapi/v1/account/apiRestrictions";
    private static final String CHINESE = "symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT";

    @TempDir
    private Path folder;

    private Exchange exchange;

    @BeforeEach
    void open() {
        exchange = Exchange.ordinary(folder);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void standsForTheSameAccount_underEachKey(KeyType type) {
        for (SimulatedAccount account : exchange.simulator.accounts()) {
            HttpResponse<String> response = exchange.signed(account.key(type), ACCOUNT, "omitZeroBalances=true");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Exchange.parse(response.body()).get("uid").asText()).isEqualTo(account.uid());
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void coversTheEncodedQuery_underEachKey(KeyType type) {
        SimulatedKey key = exchange.main().key(type);
        String encoded =
                CHINESE + "&timestamp=" + exchange.simulator.exchangeTime().toEpochMilli();
        String decoded = encoded.replaceFirst("%[^U]*", "币安人生");

        assertThat(code(key, encoded, Exchange.signature(key, encoded))).isZero();
        assertThat(code(key, encoded, Exchange.signature(key, decoded))).isEqualTo(-1022);
        assertThat(code(key, encoded + "&limit=5", Exchange.signature(key, encoded)))
                .isEqualTo(-1022);
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void refusesWhatAnotherKeySigned_underEachKey(KeyType type) {
        SimulatedKey key = exchange.main().key(type);
        String query =
                CHINESE + "&timestamp=" + exchange.simulator.exchangeTime().toEpochMilli();

        assertThat(code(key, query, Exchange.signature(exchange.sub(1).key(type), query)))
                .isEqualTo(-1022);
        for (SimulatedKey other : exchange.main().keys()) {
            assertThat(code(key, query, Exchange.signature(other, query)) == 0).isEqualTo(other.equals(key));
        }
    }

    @Test
    void heedsTheCaseOfASignature_inBase64Only() {
        UnaryOperator<String> lower = text -> text.toLowerCase(Locale.ROOT);
        UnaryOperator<String> upper = text -> text.toUpperCase(Locale.ROOT);
        String query =
                CHINESE + "&timestamp=" + exchange.simulator.exchangeTime().toEpochMilli();

        assertThat(code(KeyType.HMAC, query, upper)).isZero();
        assertThat(code(KeyType.RSA, query, lower)).isEqualTo(-1022);
        assertThat(code(KeyType.ED25519, query, lower)).isEqualTo(-1022);
    }

    /** In a query a plus sign is a blank. */
    @Test
    void refusesASignature_thatWasNotPercentEncoded() {
        SimulatedKey key = exchange.main().key(KeyType.RSA);
        long now = exchange.simulator.exchangeTime().toEpochMilli();
        String query = "timestamp=" + now;
        while (!Exchange.signature(key, query).contains("%2B")) {
            now++;
            query = "timestamp=" + now;
        }
        String bare = Exchange.signature(key, query).replace("%2B", "+").replace("%2F", "/");

        HttpResponse<String> response = exchange.send(key.apiKey(), ACCOUNT, query + "&signature=" + bare);

        assertThat(Exchange.code(response)).isEqualTo(-1022);
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void givesARightToOneKeyAlone_evenOfOneAccount(KeyType type) {
        SimulatedAccount main = exchange.main();
        exchange.simulator.setRight(main.key(type).apiKey(), "enableReading", false);
        exchange.simulator.setRight(main.key(type).apiKey(), "ipRestrict", false);

        for (SimulatedKey key : main.keys()) {
            boolean changed = key.type() == type;
            assertThat(Exchange.code(exchange.signed(key, ACCOUNT, ""))).isEqualTo(changed ? -2015 : 0);
            var rights = Exchange.parse(exchange.signed(key, RIGHTS, "").body());
            assertThat(rights.get("enableReading").asBoolean()).isEqualTo(!changed);
            assertThat(rights.get("ipRestrict").asBoolean()).isEqualTo(!changed);
        }
    }

    @Test
    void tellsABadKeyFromAnUnknownOne_byItsCharacters() {
        for (String bad : List.of("abc-def", "abc def", "a%2Bb")) {
            assertThat(Exchange.code(exchange.send(bad, ACCOUNT, "timestamp=1&signature=00")))
                    .isEqualTo(-2014);
        }
        assertThat(Exchange.code(exchange.send("A".repeat(64), ACCOUNT, "timestamp=1&signature=00")))
                .isEqualTo(-2015);
    }

    @Test
    void hasTheSameKeys_forTheSameSeed() {
        try (Exchange again = Exchange.ordinary(folder.resolve("again"))) {
            assertThat(again.simulator.accounts()).isEqualTo(exchange.simulator.accounts());
        }
        assertThat(exchange.simulator.accounts().stream()
                        .flatMap(account -> account.keys().stream())
                        .map(SimulatedKey::apiKey)
                        .distinct())
                .hasSize(3 * exchange.simulator.accounts().size());
    }

    @Test
    void showsNoSecret_inAnyText() {
        for (SimulatedKey key : exchange.main().keys()) {
            assertThat(key + " " + exchange.main()).doesNotContain(key.secret(), key.apiKey());
        }
    }

    @Test
    void wantsOneKeyOfATypeAtMost_andOneOfHmac() {
        SimulatedKey hmac = new SimulatedKey(KeyType.HMAC, "k", "s");
        SimulatedKey rsa = new SimulatedKey(KeyType.RSA, "k", "s");

        assertThatThrownBy(() -> new SimulatedAccount("1", "e", true, List.of(hmac, hmac)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SimulatedAccount("1", "e", true, List.of(rsa)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SimulatedAccount("1", "e", true, List.of(hmac)).key(KeyType.RSA))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int code(KeyType type, String query, UnaryOperator<String> change) {
        SimulatedKey key = exchange.main().key(type);
        // The escapes of the encoding stand for the same in either case of their own digits.
        return code(key, query, change.apply(Exchange.signature(key, query)));
    }

    private int code(SimulatedKey key, String query, String signature) {
        return Exchange.code(exchange.send(key.apiKey(), "/api/v3/myTrades", query + "&signature=" + signature));
    }
}
