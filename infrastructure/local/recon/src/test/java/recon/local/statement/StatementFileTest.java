package recon.local.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.statement.StatementRow;

class StatementFileTest {
    private static final String HEADER = "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("statement.csv"), text);
    }

    @Test
    void rowsAreReadExactly_quotedOrNot_withAByteOrderMarkAndWindowsLineEnds() throws IOException {
        String text = """
                "User_ID","UTC_Time","Account","Operation","Coin","Change","Remark"
                "7","2026-01-02 03:04:05","Spot","Withdraw","BTC","-1E-8","fee, included"
                7,2026-01-02 03:04:06,Funding,Deposit,測試,10.50
                """;
        Path file = file("\uFEFF" + text.replace("\n", "\r\n"));

        assertThat(StatementFile.read(file))
                .containsExactly(
                        new StatementRow(
                                2,
                                "7",
                                Instant.parse("2026-01-02T03:04:05Z"),
                                "Spot",
                                "Withdraw",
                                "BTC",
                                new BigDecimal("-1E-8"),
                                "fee, included"),
                        new StatementRow(
                                3,
                                "7",
                                Instant.parse("2026-01-02T03:04:06Z"),
                                "Funding",
                                "Deposit",
                                "測試",
                                new BigDecimal("10.50"),
                                ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7,26-01-02 03:04:05,Spot,Deposit,BTC,1,|line 2: UTC_Time is '26-01-02 03:04:05'",
                "7,2026-02-30 03:04:05,Spot,Deposit,BTC,1,|line 2: UTC_Time is '2026-02-30 03:04:05'",
                "7,2026-01-02 03:04:05,Spot,Deposit,BTC,one,|line 2: Change is 'one'",
                "7,2026-01-02 03:04:05,Spot,Deposit,BTC|line 2 has 5 columns"
            })
    void rowThatCannotBeRead_isNamed_andNothingIsCompared(String row, String said) throws IOException {
        Path file = file(HEADER + row + "\n");

        assertThatThrownBy(() -> StatementFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void otherFiles_areRefused() throws IOException {
        Path trades = file("Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n");
        assertThatThrownBy(() -> StatementFile.read(trades)).hasMessageContaining("begins with 'Date(UTC)");
        Path empty = file(HEADER);
        assertThatThrownBy(() -> StatementFile.read(empty)).hasMessageContaining("has no rows");
        Path other =
                Files.write(folder.resolve("latin1.csv"), (HEADER + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> StatementFile.read(other)).hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> StatementFile.read(folder.resolve("none"))).hasMessageContaining("is no file");
    }
}
