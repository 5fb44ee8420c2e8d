package recon.storage.report.position;

import java.util.Locale;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.IncomeRemainder;
import recon.storage.report.CsvRows;

/** {@code income-remainder.csv}: income that belongs to no position, row by row, each with its reason. */
public final class RemainderFile {
    /** Its columns. */
    public static final String HEADER =
            "datetime,trading_account_id,symbol,income_type,income,asset,tran_id,trade_id,reason";

    private final CsvRows rows;

    /** @param to where it is written */
    public RemainderFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /** One of them. */
    public void remainder(IncomeRemainder remainder) {
        FuturesIncome row = remainder.row();
        rows.row()
                .dateTime(row.time())
                .text(row.accountId())
                .text(row.symbol())
                .text(row.incomeType())
                .amount(row.income())
                .text(row.asset())
                .number(row.tranId())
                .text(row.tradeId())
                .text(remainder.reason().name().toLowerCase(Locale.ROOT))
                .end();
    }

    /** How many rows it has. */
    public long rows() {
        return rows.rows();
    }
}
