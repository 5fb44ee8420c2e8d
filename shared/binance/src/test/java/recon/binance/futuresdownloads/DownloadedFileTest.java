package recon.binance.futuresdownloads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.source.MalformedReply;

class DownloadedFileTest {
    private static final String NAMED = """
            tradeId,symbol,incomeType,income,asset,info,time,tranId
            ,BTCUSDT,FUNDING_FEE,-0.40000000,USDT,FUNDING_FEE,1767225600123,17
            99,BTCUSDT,COMMISSION,-0.01,BNB,COMMISSION,1767225661000,18
            """;
    private static final String TITLED = """
            Time(UTC),Symbol,Type,Amount,Asset,Transaction ID,Trade ID
            2026-01-01 00:00:00.123,BTCUSDT,FUNDING_FEE,-0.40000000,USDT,17,
            2026-01-01 00:01:01,BTCUSDT,COMMISSION,-0.01,BNB,18,99
            """;

    private static List<Map<String, String>> rows(DownloadKind kind, byte[] body) {
        List<Map<String, String>> rows = new ArrayList<>();
        int count = DownloadedFile.read(kind, body, (number, row) -> {
            assertThat(number).isEqualTo(rows.size());
            rows.add(row);
        });
        assertThat(count).isEqualTo(rows.size());
        return rows;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("history/"));
            for (int part = 0; part < texts.length; part++) {
                zip.putNextEntry(new ZipEntry("history/income-" + part + ".csv"));
                zip.write(texts[part].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void rowsAreTheSame_howeverTheyArePacked_andWhateverTheirColumnsAreCalled() throws IOException {
        List<Map<String, String>> plain = rows(DownloadKind.INCOME, NAMED.getBytes(UTF_8));

        assertThat(plain)
                .containsExactly(
                        Map.of(
                                "tradeId", "",
                                "symbol", "BTCUSDT",
                                "incomeType", "FUNDING_FEE",
                                "income", "-0.40000000",
                                "asset", "USDT",
                                "info", "FUNDING_FEE",
                                "time", "1767225600123",
                                "tranId", "17"),
                        Map.of(
                                "tradeId", "99",
                                "symbol", "BTCUSDT",
                                "incomeType", "COMMISSION",
                                "income", "-0.01",
                                "asset", "BNB",
                                "info", "COMMISSION",
                                "time", "1767225661000",
                                "tranId", "18"));
        assertThat(rows(DownloadKind.INCOME, gzip(NAMED))).isEqualTo(plain);
        assertThat(rows(DownloadKind.INCOME, zip(NAMED))).isEqualTo(plain);
        assertThat(rows(DownloadKind.INCOME, ("\ufeff" + NAMED.replace("\n", "\r\n")).getBytes(UTF_8)))
                .isEqualTo(plain);
        assertThat(rows(DownloadKind.INCOME, ("\ufeff" + NAMED.replace("tradeId,", "\"tradeId\",")).getBytes(UTF_8)))
                .isEqualTo(plain);
        assertThat(rows(DownloadKind.INCOME, TITLED.getBytes(UTF_8)))
                .isEqualTo(plain.stream()
                        .map(row -> {
                            Map<String, String> without = new HashMap<>(row);
                            without.remove("info");
                            return without;
                        })
                        .toList());
    }

    @Test
    void rowsOfEveryFileOfAnArchiveCount_andOneThatIsNotUnderstoodIsRefused() throws IOException {
        String header = NAMED.substring(0, NAMED.indexOf('\n') + 1);
        String first = NAMED.substring(0, NAMED.lastIndexOf("99,"));
        String second = header + NAMED.substring(NAMED.lastIndexOf("99,"));

        assertThat(rows(DownloadKind.INCOME, zip(first, header, second)))
                .isEqualTo(rows(DownloadKind.INCOME, NAMED.getBytes(UTF_8)));
        assertThatThrownBy(() -> rows(DownloadKind.INCOME, zip(first, "read,me\n1,2\n")))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("nobody knows: read");
        assertThatThrownBy(() -> rows(DownloadKind.INCOME, zip()))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("the archive is empty");
    }

    /** A comma and a quote inside a cell. */
    @Test
    void cellsThatAreQuoted_areReadAsTheyAreMeant() {
        String text = NAMED.replace("FUNDING_FEE,1767", "\"a, \"\"b\"\"\",1767");
        assertThat(rows(DownloadKind.INCOME, text.getBytes(UTF_8)).getFirst()).containsEntry("info", "a, \"b\"");
    }

    /** What nobody knows is not guessed at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"code\":-1}",
                "tradeId,symbol,incomeType,income,asset,info,time,tranId,somethingNew",
                "tradeId,symbol,incomeType,asset,info,time,tranId",
                "tradeId,symbol,incomeType,income,asset,info,time,tranId,symbol",
                "tradeId,symbol,incomeType,income,asset,info,time,tranId\n1,BTCUSDT,COMMISSION,1,USDT,,2026-01-01",
                "tradeId,symbol,incomeType,income,asset,info,time,tranId\n1,BTCUSDT,COMMISSION,1,USDT,,1 January,7",
                "tradeId,symbol,incomeType,income,asset,info,time,tranId\n1,BTCUSDT,COMMISSION,1,USDT,\"a\"b,1767225600123,7"
            })
    void fileThatIsNotUnderstood_isRefused(String text) {
        assertThatThrownBy(() -> rows(DownloadKind.INCOME, text.getBytes(UTF_8)))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("futures-downloads");
    }

    @Test
    void fileThatIsCut_isRefused() throws IOException {
        byte[] whole = gzip(NAMED);
        byte[] cut = Arrays.copyOf(whole, whole.length - 12);
        assertThatThrownBy(() -> rows(DownloadKind.INCOME, cut)).isInstanceOf(MalformedReply.class);
    }

    /** Income has a transaction id, and fills have none. */
    @Test
    void headerOfAnotherKind_isRefused() {
        assertThatThrownBy(() -> rows(DownloadKind.TRADE, NAMED.getBytes(UTF_8)))
                .isInstanceOf(MalformedReply.class);
    }
}
