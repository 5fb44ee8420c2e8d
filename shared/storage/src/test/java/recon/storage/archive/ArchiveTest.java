package recon.storage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.storage.StorageException;
import recon.storage.testing.Installation;

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
        assertThat(archive.keys("spot-trades", "8", LocalDate.parse("2026-01-05")))
                .containsExactly(first);
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
    void keysOfADayAreInOrderOfArrival_andOnlyThose() {
        String late = archive.put(at("2026-01-06T00:00:00.001Z"));
        String early = archive.put(at("2026-01-06T00:00:00Z"));
        archive.put(at("2026-01-07T00:00:00Z"));

        assertThat(archive.keys("deposits", "11", LocalDate.parse("2026-01-06")))
                .containsExactly(early, late);
        assertThat(archive.keys("deposits", "1", LocalDate.parse("2026-01-06"))).isEmpty();
    }

    private static RawResponse at(String received) {
        return new RawResponse("deposits", "11", "GET /x", 200, Map.of(), Instant.parse(received), true, utf8("[]"));
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
