package recon.storage.report.position;

import java.util.Locale;
import recon.storage.position.EntryChange;
import recon.storage.report.CsvRows;

/** {@code entry-changes.csv}: what the last sync changed in the trade entries. */
public final class ChangeFile {
    /** Its columns. */
    public static final String HEADER = "trading_account_id,binance_trade_id,change,attributes";

    private final CsvRows rows;

    /** @param to where it is written */
    public ChangeFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /** One of them. */
    public void change(String accountId, EntryChange change) {
        rows.row()
                .text(accountId)
                .text(change.binanceTradeId())
                .text(change.kind().name().toLowerCase(Locale.ROOT))
                .text(String.join("; ", change.attributes()))
                .end();
    }
}
