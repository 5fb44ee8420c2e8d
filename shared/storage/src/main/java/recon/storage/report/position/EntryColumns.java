package recon.storage.report.position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.ledger.position.LifecycleFlag;
import recon.ledger.position.entry.AiFields;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.entry.ManualFields;
import recon.ledger.position.entry.TradeFacts;
import recon.ledger.position.entry.TradeResult;
import recon.storage.report.CsvRows.Row;

/** The columns of trades, named as in the plan; what we add to them comes after the group that it belongs to. */
final class EntryColumns {
    static final String FACTS =
            "pair,direction,entry_price,exit_price,quantity,realized_pnl,commission,commission_asset,funding_fees,"
                    + "fees,pnl,entry_datetime,exit_datetime,trade_date,hold_time_minutes,leverage,margin_type,is_maker,"
                    + "entry_order_type,exit_order_type,binance_trade_id,binance_order_id,source,result,status";
    static final String ADDED = "insurance_clear,commission_by_asset,leverage_source,flags";
    static final String MANUAL =
            "stop_loss,take_profit,notes,tags,emotional_state,chart_timeframe,market_condition,screenshots";
    static final String AI = "ai_quality_score,ai_confidence,ai_model_version,ai_analysis_generated_at,"
            + "pre_trade_validation,post_trade_analysis,confluences_met,market_context";
    static final String SYSTEM = "id,user_id,trading_account_id,created_at,updated_at,deleted_at,needs_resync";

    private EntryColumns() {}

    static Row facts(Row row, TradeFacts facts, LeverageSetting leverage) {
        row.text(facts.pair())
                .text(facts.direction().name())
                .amount(facts.entryPrice())
                .amount(facts.exitPrice())
                .amount(facts.quantity())
                .amount(facts.realizedPnl())
                .amount(facts.commission())
                .text(facts.commissionAsset())
                .amount(facts.fundingFees())
                .amount(facts.fees())
                .amount(facts.pnl());
        facts.entryTime().ifPresentOrElse(row::dateTime, row::empty);
        facts.exitTime().ifPresentOrElse(row::dateTime, row::empty);
        facts.tradeDate().ifPresentOrElse(row::date, row::empty);
        facts.holdTimeMinutes().ifPresentOrElse(row::number, row::empty);
        leverage.leverage().ifPresentOrElse(row::number, row::empty);
        return row.text(leverage.marginType().orElse(""))
                .text(Boolean.toString(facts.maker()))
                .text(facts.entryOrderType())
                .text(facts.exitOrderType())
                .text(facts.binanceTradeId())
                .number(facts.binanceOrderId())
                .text(TradeFacts.SOURCE)
                .text(facts.result().map(TradeResult::text).orElse(""))
                .text(TradeFacts.STATUS);
    }

    static Row added(Row row, TradeFacts facts, LeverageSetting leverage) {
        return row.amount(facts.insuranceClear())
                .text(byAsset(facts.commissionByAsset()))
                .text(leverage.source().text())
                .text(flags(facts.flags()));
    }

    static Row manual(Row row, Optional<BigDecimal> stopLoss, Optional<BigDecimal> takeProfit, ManualFields manual) {
        return row.amount(stopLoss)
                .amount(takeProfit)
                .text(manual.notes().orElse(""))
                .text(list(manual.tags()))
                .text(manual.emotionalState().orElse(""))
                .text(manual.chartTimeframe().orElse(""))
                .text(manual.marketCondition().orElse(""))
                .text(list(manual.screenshots()));
    }

    static Row ai(Row row, AiFields ai) {
        row.amount(ai.qualityScore())
                .amount(ai.confidence())
                .text(ai.modelVersion().orElse(""));
        ai.analysisGeneratedAt().ifPresentOrElse(row::dateTime, row::empty);
        return row.text(ai.preTradeValidation().orElse(""))
                .text(ai.postTradeAnalysis().orElse(""))
                .text(list(ai.confluencesMet()))
                .text(ai.marketContext().orElse(""));
    }

    /** {@code BNB 0.001; USDT 0.04}. */
    static String byAsset(Map<String, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(amount -> amount.getKey() + " " + plain(amount.getValue()))
                .collect(Collectors.joining("; "));
    }

    static String flags(Iterable<LifecycleFlag> flags) {
        List<LifecycleFlag> sorted = new ArrayList<>();
        flags.forEach(sorted::add);
        return sorted.stream()
                .sorted()
                .map(flag -> flag.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("; "));
    }

    private static String list(List<String> texts) {
        return String.join("; ", texts);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
