package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a model wrote about a trade. No sync changes it.
 *
 * @param qualityScore the plan's {@code ai_quality_score}
 * @param confidence the plan's {@code ai_confidence}
 * @param modelVersion which model
 * @param analysisGeneratedAt when, UTC
 * @param preTradeValidation free text
 * @param postTradeAnalysis free text
 * @param confluencesMet in the order given
 * @param marketContext free text
 */
public record AiFields(
        Optional<BigDecimal> qualityScore,
        Optional<BigDecimal> confidence,
        Optional<String> modelVersion,
        Optional<Instant> analysisGeneratedAt,
        Optional<String> preTradeValidation,
        Optional<String> postTradeAnalysis,
        List<String> confluencesMet,
        Optional<String> marketContext) {
    /** Nothing was written. */
    public static final AiFields NONE = new AiFields(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public AiFields {
        requireNonNull(qualityScore, "qualityScore is null");
        requireNonNull(confidence, "confidence is null");
        requireNonNull(modelVersion, "modelVersion is null");
        requireNonNull(analysisGeneratedAt, "analysisGeneratedAt is null");
        requireNonNull(preTradeValidation, "preTradeValidation is null");
        requireNonNull(postTradeAnalysis, "postTradeAnalysis is null");
        confluencesMet = List.copyOf(confluencesMet);
        requireNonNull(marketContext, "marketContext is null");
    }
}
