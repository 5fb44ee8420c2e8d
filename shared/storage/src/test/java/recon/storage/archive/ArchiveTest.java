package recon.storage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.storage.StorageException;
import recon.storage.testing.Installation;
import software.amazon.awssdk.core.sync.RequestBody;

class ArchiveTest {
    private static final Instant RECEIVED = Instant.parse("2026-01-05T23:59:59.123Z");
    private static Installation installation;
    private static Archive archive;

    @BeforeAll
    static void install() {
        installation = Installation.fresh();
        archive = new Archive(installation.clients(), installation.settings());
    }

    private static RawResponse response(String account, byte[] body) {
        return new RawResponse(
                "spot-trades",
                account,
                "GET /api/v3/myTrades?symbol=BTCUSDT&fromId=0",
                200,
                Map.of("x-mbx-used-weight-1m", "20", "content-type", "application/json"),
                RECEIVED,
                true,
                body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8(text)));
    }

    private static byte[] object(String key) {
        return installation
                .clients()
                .s3()
                .getObjectAsBytes(
                        g -> g.bucket(installation.settings().bucket()).key(key))
                .asByteArray();
    }

    @Test
    void lineAndKeySayEverything_underTheDocumentedNames() throws Exception {
        String key = archive.put(response("7", utf8("[{\"price\":\"0.10\",\"n\":\"ü\"}]")));

        String line = new String(
                new GZIPInputStream(new ByteArrayInputStream(object(key))).readAllBytes(), StandardCharsets.UTF_8);
        String expected = "{\"source\":\"spot-trades\",\"account\":\"7\","
                + "\"request\":\"GET /api/v3/myTrades?symbol=BTCUSDT&fromId=0\",\"status\":200,"
                + "\"headers\":{\"content-type\":\"application/json\",\"x-mbx-used-weight-1m\":\"20\"},"
                + "\"receivedAt\":1767657599123,\"complete\":true,"
                + "\"body\":\"[{\\\"price\\\":\\\"0.10\\\",\\\"n\\\":\\\"ü\\\"}]\"}\n";
        assertThat(line).isEqualTo(expected);
        assertThat(key)
                .isEqualTo("raw/source=spot-trades/account=7/date=2026-01-05/1767657599123-"
                        + sha256("GET /api/v3/myTrades?symbol=BTCUSDT&fromId=0").substring(0, 16) + "-"
                        + sha256(expected) + ".json.gz");
    }

    @Test
    void sameKeyAndSameBytes_whenTheSameResponseIsPutTwice() {
        String first = archive.put(response("8", utf8("[]")));
        byte[] before = object(first);

        String second = archive.put(response("8", utf8("[]")));

        assertThat(second).isEqualTo(first);
        assertThat(object(second)).isEqualTo(before);
        assertThat(index().keys("spot-trades", "8", Optional.empty())).containsExactly(first);
    }

    @Test
    void otherKey_whenOneByteDiffers() {
        assertThat(archive.put(response("9", utf8("[1]")))).isNotEqualTo(archive.put(response("9", utf8("[2]"))));
    }

    @Test
    void everyByteComesBack_whateverTheBody() {
        byte[] notUtf8 = {(byte) 0xff, 0, (byte) 0xc3, 0x28};
        byte[] withMark = utf8("\uFEFF{\"a\":\"\u2028 \\u0041\"}\r\n");
        for (byte[] body : new byte[][] {utf8(""), notUtf8, withMark, utf8("币安人生\uD83D\uDE00")}) {
            RawResponse response = response("10", body);
            assertThat(archive.get(archive.put(response))).isEqualTo(response);
        }
    }

    @Test
    void cutResponseSaysSo_whenReadBack() {
        RawResponse cut =
                new RawResponse("deposits", "exchange", "GET /x", 0, Map.of(), RECEIVED, false, utf8("[{\"id\":"));

        assertThat(archive.get(archive.put(cut)).complete()).isFalse();
    }

    @Test
    void keysAreInOrderOfArrival_overDays_andGoOnAfterOne() {
        String last = archive.put(at("2026-01-07T00:00:00Z"));
        String late = archive.put(at("2026-01-06T00:00:00.001Z"));
        String early = archive.put(at("2026-01-06T00:00:00Z"));

        assertThat(index().keys("deposits", "11", Optional.empty())).containsExactly(early, late, last);
        assertThat(index().keys("deposits", "11", Optional.of(early))).containsExactly(late, last);
        assertThat(index().keys("deposits", "1", Optional.empty())).isEmpty();
    }

    private static ArchiveIndex index() {
        return new ArchiveIndex(installation.clients(), installation.settings());
    }

    private static RawResponse at(String received) {
        return new RawResponse("deposits", "11", "GET /x", 200, Map.of(), Instant.parse(received), true, utf8("[]"));
    }

    @Test
    void lineSaysHowThePageWasAskedFor_andItComesBack() {
        RawResponse plain = response("12", utf8("[]"));
        RawResponse page = new RawResponse(
                plain.source(),
                plain.accountId(),
                plain.request(),
                plain.status(),
                plain.headers(),
                plain.receivedAt(),
                plain.complete(),
                Optional.of(new Asked(
                        RECEIVED.minusMillis(70),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-05T23:59:58Z"),
                        "main@example.com",
                        true,
                        Map.of("14", "b@example.com", "13", "a@example.com"),
                        500,
                        Map.of("symbol", "BTCUSDT", "fromId", "7"),
                        Map.of("atOnce", "true"))),
                plain.body());

        String key = archive.put(page);

        assertThat(new String(Gzip.unzip(key, object(key)), StandardCharsets.UTF_8))
                .contains("\"complete\":true,\"asked\":{\"sentAt\":1767657599053,\"from\":1767225600000,"
                        + "\"to\":1767657598000,\"email\":\"main@example.com\",\"main\":true,"
                        + "\"subAccounts\":{\"13\":\"a@example.com\",\"14\":\"b@example.com\"},\"pageLimit\":500,"
                        + "\"cursor\":{\"fromId\":\"7\",\"symbol\":\"BTCUSDT\"},"
                        + "\"attributes\":{\"atOnce\":\"true\"}},\"body\":\"[]\"");
        assertThat(archive.get(key)).isEqualTo(page).isNotEqualTo(plain);
    }

    @Test
    void damagedObjectIsNamed_whateverIsWrongWithIt() {
        byte[] whole = object(archive.put(response("20", utf8("[1]"))));
        byte[] other = object(archive.put(response("20", utf8("[2]"))));
        byte[] notJson = Gzip.zip(utf8("[1]"));
        for (byte[] damaged : new byte[][] {Arrays.copyOf(whole, whole.length / 2), new byte[0], other, notJson}) {
            String key = archive.put(response("21", utf8("[1]")));
            installation
                    .clients()
                    .s3()
                    .putObject(
                            p -> p.bucket(installation.settings().bucket()).key(key), RequestBody.fromBytes(damaged));

            assertThatThrownBy(() -> archive.get(key))
                    .isInstanceOf(StorageException.Malformed.class)
                    .hasMessageContaining(key);
        }
    }

    @Test
    void indexTellsSourcesAccountsDaysAndKeys_pageByPage() {
        Installation own = Installation.fresh();
        Archive filled = new Archive(own.clients(), own.settings());
        ArchiveIndex index = new ArchiveIndex(own.clients(), own.settings());
        assertThat(index.sources()).isEmpty();
        String first = filled.put(at("2026-01-06T00:00:00Z"));
        String second = filled.put(at("2026-01-06T10:00:00Z"));
        String third = filled.put(at("2026-01-06T20:00:00Z"));
        String other = filled.put(at("2026-01-08T00:00:00Z"));
        filled.put(response("1", utf8("[]")));
        filled.put(response("11", utf8("[]")));
        LocalDate day = LocalDate.parse("2026-01-06");

        assertThat(index.sources()).containsExactly("deposits", "spot-trades");
        assertThat(index.accounts("deposits")).containsExactly("11");
        assertThat(index.accounts("spot-trades")).containsExactly("1", "11");
        assertThat(index.accounts("spot"))
                .as("no more than the beginning of a name")
                .isEmpty();
        assertThat(index.days("deposits", "11")).containsExactly(day, LocalDate.parse("2026-01-08"));
        assertThat(index.days("spot-trades", "1")).containsExactly(LocalDate.parse("2026-01-05"));
        assertThat(index.keys("deposits", "11", day, Optional.empty(), 2)).containsExactly(first, second);
        assertThat(index.keys("deposits", "11", day, Optional.of(second), 2)).containsExactly(third);
        assertThat(index.keys("deposits", "11", day, Optional.of(third), 2)).isEmpty();
        assertThat(index.keys("deposits", "11", LocalDate.parse("2026-01-08"), Optional.empty(), 2))
                .containsExactly(other);
    }

    @Test
    void errorNamesTheKey_whenItIsNotThere() {
        assertThatThrownBy(() -> archive.get("raw/nothing"))
                .isInstanceOf(StorageException.Missing.class)
                .hasMessageContaining("raw/nothing");
    }

    @Test
    void refused_whenAnAccountWouldBreakTheKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> response("7/date=x", utf8("")));
    }
}
