package recon.storage.position;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.ledger.position.entry.AiFields;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;
import recon.ledger.position.entry.ManualFields;
import recon.ledger.position.row.PositionSide;
import recon.storage.StorageException;

/** What was written about a trade as a JSON object; amounts are texts, so that no digit is lost. */
final class AnnotationLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnnotationLine() {}

    static String write(Annotated one) {
        ManualFields manual = one.annotations().manual();
        AiFields ai = one.annotations().ai();
        ObjectNode line = JSON.createObjectNode()
                .put("account", one.key().accountId())
                .put("symbol", one.key().symbol())
                .put("side", one.key().side().name())
                .put("firstFill", one.key().firstFillId())
                .put("at", one.at().toEpochMilli())
                .put("version", one.version());
        amount(line, "stop_loss", manual.stopLoss());
        amount(line, "take_profit", manual.takeProfit());
        amount(line, "leverage", manual.leverage().map(BigDecimal::valueOf));
        text(line, "margin_type", manual.marginType());
        text(line, "notes", manual.notes());
        list(line, "tags", manual.tags());
        text(line, "emotional_state", manual.emotionalState());
        text(line, "chart_timeframe", manual.chartTimeframe());
        text(line, "market_condition", manual.marketCondition());
        list(line, "screenshots", manual.screenshots());
        amount(line, "ai_quality_score", ai.qualityScore());
        amount(line, "ai_confidence", ai.confidence());
        text(line, "ai_model_version", ai.modelVersion());
        ai.analysisGeneratedAt().ifPresent(at -> line.put("ai_analysis_generated_at", at.toEpochMilli()));
        text(line, "pre_trade_validation", ai.preTradeValidation());
        text(line, "post_trade_analysis", ai.postTradeAnalysis());
        list(line, "confluences_met", ai.confluencesMet());
        text(line, "market_context", ai.marketContext());
        return line.toString();
    }

    static Annotated read(String archiveKey, byte[] body) {
        try {
            return read(JSON.readTree(body));
        } catch (IOException | IllegalArgumentException e) {
            throw new StorageException.Malformed("archived annotation " + archiveKey, String.valueOf(e.getMessage()));
        }
    }

    private static Annotated read(JsonNode line) {
        return new Annotated(
                new AnnotationKey(
                        line.required("account").textValue(),
                        line.required("symbol").textValue(),
                        PositionSide.valueOf(line.required("side").textValue()),
                        line.required("firstFill").longValue()),
                new Annotations(
                        new ManualFields(
                                amount(line, "stop_loss"),
                                amount(line, "take_profit"),
                                amount(line, "leverage").map(BigDecimal::intValueExact),
                                text(line, "margin_type"),
                                text(line, "notes"),
                                list(line, "tags"),
                                text(line, "emotional_state"),
                                text(line, "chart_timeframe"),
                                text(line, "market_condition"),
                                list(line, "screenshots")),
                        new AiFields(
                                amount(line, "ai_quality_score"),
                                amount(line, "ai_confidence"),
                                text(line, "ai_model_version"),
                                Optional.ofNullable(line.get("ai_analysis_generated_at"))
                                        .map(at -> Instant.ofEpochMilli(at.longValue())),
                                text(line, "pre_trade_validation"),
                                text(line, "post_trade_analysis"),
                                list(line, "confluences_met"),
                                text(line, "market_context"))),
                Instant.ofEpochMilli(line.required("at").longValue()),
                line.required("version").longValue());
    }

    private static void amount(ObjectNode line, String name, Optional<BigDecimal> amount) {
        amount.ifPresent(value -> line.put(name, value.toPlainString()));
    }

    private static void text(ObjectNode line, String name, Optional<String> text) {
        text.ifPresent(value -> line.put(name, value));
    }

    private static void list(ObjectNode line, String name, List<String> texts) {
        ArrayNode array = line.putArray(name);
        texts.forEach(array::add);
    }

    private static Optional<BigDecimal> amount(JsonNode line, String name) {
        return text(line, name).map(BigDecimal::new);
    }

    private static Optional<String> text(JsonNode line, String name) {
        return Optional.ofNullable(line.get(name)).map(JsonNode::textValue);
    }

    private static List<String> list(JsonNode line, String name) {
        List<String> texts = new ArrayList<>();
        line.required(name).forEach(text -> texts.add(text.textValue()));
        return List.copyOf(texts);
    }
}
