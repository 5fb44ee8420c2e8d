package recon.storage.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import recon.ledger.position.entry.AiFields;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;
import recon.ledger.position.entry.ManualFields;
import recon.ledger.position.row.PositionSide;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.item.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was written about a trade as an item, outside of all generations. */
final class AnnotationItems {
    static final Comparator<AnnotationKey> ORDER = Comparator.comparing(AnnotationKey::symbol)
            .thenComparing(AnnotationKey::side)
            .thenComparingLong(AnnotationKey::firstFillId);

    private static final int FILL_DIGITS = 19;

    private AnnotationItems() {}

    static String partition(String accountId) {
        return Keys.join(accountId, "annotations");
    }

    static Map<String, AttributeValue> at(AnnotationKey key) {
        return Table.key(partition(key.accountId()), sort(key));
    }

    private static String sort(AnnotationKey key) {
        return Keys.join(key.symbol(), key.side().name(), Keys.digits(key.firstFillId(), FILL_DIGITS));
    }

    static Item write(AnnotationKey key, Annotations written, Instant at, long version) {
        ManualFields manual = written.manual();
        AiFields ai = written.ai();
        return Item.at(partition(key.accountId()), sort(key))
                .text("account_id", key.accountId())
                .text("symbol", key.symbol())
                .text("position_side", key.side().name())
                .number("first_fill_id", key.firstFillId())
                .time("annotated_at", at)
                .number("version", version)
                .amount("stop_loss", manual.stopLoss())
                .amount("take_profit", manual.takeProfit())
                .amount("leverage", manual.leverage().map(BigDecimal::valueOf))
                .text("margin_type", manual.marginType())
                .text("notes", manual.notes())
                .with("tags", Values.list(manual.tags()))
                .text("emotional_state", manual.emotionalState())
                .text("chart_timeframe", manual.chartTimeframe())
                .text("market_condition", manual.marketCondition())
                .with("screenshots", Values.list(manual.screenshots()))
                .amount("ai_quality_score", ai.qualityScore())
                .amount("ai_confidence", ai.confidence())
                .text("ai_model_version", ai.modelVersion())
                .time("ai_analysis_generated_at", ai.analysisGeneratedAt())
                .text("pre_trade_validation", ai.preTradeValidation())
                .text("post_trade_analysis", ai.postTradeAnalysis())
                .with("confluences_met", Values.list(ai.confluencesMet()))
                .text("market_context", ai.marketContext())
                .build();
    }

    static AnnotationKey key(Item item) {
        return new AnnotationKey(
                item.text("account_id"),
                item.text("symbol"),
                PositionSide.valueOf(item.text("position_side")),
                item.number("first_fill_id"));
    }

    static Annotations read(Item item) {
        return new Annotations(
                new ManualFields(
                        item.maybeAmount("stop_loss"),
                        item.maybeAmount("take_profit"),
                        item.maybeAmount("leverage").map(BigDecimal::intValueExact),
                        item.maybeText("margin_type"),
                        item.maybeText("notes"),
                        list(item, "tags"),
                        item.maybeText("emotional_state"),
                        item.maybeText("chart_timeframe"),
                        item.maybeText("market_condition"),
                        list(item, "screenshots")),
                new AiFields(
                        item.maybeAmount("ai_quality_score"),
                        item.maybeAmount("ai_confidence"),
                        item.maybeText("ai_model_version"),
                        item.maybeTime("ai_analysis_generated_at"),
                        item.maybeText("pre_trade_validation"),
                        item.maybeText("post_trade_analysis"),
                        list(item, "confluences_met"),
                        item.maybeText("market_context")));
    }

    private static List<String> list(Item item, String name) {
        return item.has(name) ? item.list(name) : List.of();
    }
}
