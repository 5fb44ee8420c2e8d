package recon.storage.report.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.LifecycleIncome;
import recon.ledger.position.LifecycleState;
import recon.ledger.position.PendingPosition;
import recon.storage.report.CsvRows;

/** {@code open-positions.csv}: what is held, and orders that wait where nothing is. */
public final class OpenPositionFile {
    /** Its columns. */
    public static final String HEADER = "trading_account_id,pair,position_side,direction,state,size,entry_price,"
            + "entry_quantity,exit_price,exit_quantity,realized_pnl,commission,commission_asset,commission_by_asset,"
            + "funding_fees,insurance_clear,fees,pnl,entry_datetime,mark_price,cal_unrealised_pnl,order_type,"
            + "first_fill_id,last_fill_id,stop_loss,take_profit,complete,flags";

    private final CsvRows rows;

    /** @param to where it is written */
    public OpenPositionFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /** A position that is held. */
    public void open(Lifecycle held) {
        LifecycleIncome income = held.income();
        rows.row()
                .text(held.key().accountId())
                .text(held.key().symbol())
                .text(held.key().side().name())
                .text(held.direction().name())
                .text(held.state().name())
                .amount(held.size())
                .amount(held.entry().average())
                .amount(held.entry().quantity())
                .amount(held.exit().average())
                .amount(held.exit().quantity())
                .amount(income.realizedPnl())
                .amount(income.commission())
                .text(income.marginAsset())
                .text(EntryColumns.byAsset(paid(income)))
                .amount(income.fundingFees())
                .amount(income.insuranceClear())
                .amount(income.fees())
                .amount(income.pnl())
                .dateTime(Instant.ofEpochMilli(held.openedAt()))
                .amount(held.markPrice())
                .amount(held.unrealizedPnl())
                .text(held.entry().firstType())
                .number(held.firstFillId())
                .number(held.lastFillId())
                .amount(held.stopLoss())
                .amount(held.takeProfit())
                .text(Boolean.toString(!held.incomplete()))
                .text(EntryColumns.flags(held.flags()))
                .end();
    }

    /** An order that waits. */
    public void pending(PendingPosition waiting) {
        CsvRows.Row row = rows.row()
                .text(waiting.key().accountId())
                .text(waiting.key().symbol())
                .text(waiting.key().side().name())
                .text(waiting.direction().name())
                .text(LifecycleState.PENDING.name())
                .amount(BigDecimal.ZERO)
                .empty()
                .amount(waiting.quantity());
        for (int cell = 0; cell < 10; cell++) {
            row.empty();
        }
        row.dateTime(Instant.ofEpochMilli(waiting.time()))
                .empty()
                .empty()
                .text(waiting.orderType())
                .empty()
                .empty()
                .empty()
                .empty()
                .text("true")
                .empty()
                .end();
    }

    /** How many rows it has. */
    public long rows() {
        return rows.rows();
    }

    private static Map<String, BigDecimal> paid(LifecycleIncome income) {
        return income.commissions().byAsset().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().negate()));
    }
}
