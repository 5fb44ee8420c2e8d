package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody writes about a trade: what is given takes the place of what was there, the rest stays.
 *
 * @param stopLoss a price in the quote asset
 * @param takeProfit a price in the quote asset
 * @param leverage times
 * @param marginType {@code CROSSED} or {@code ISOLATED}
 * @param notes free text
 * @param tags in the order given
 * @param emotionalState free text
 * @param chartTimeframe for instance {@code 4h}
 * @param marketCondition free text
 * @param screenshots references, in the order given
 * @param aiQualityScore of a model
 * @param aiConfidence of a model
 * @param aiModelVersion which model
 * @param aiAnalysisGeneratedAt when, UTC
 * @param preTradeValidation of a model, free text
 * @param postTradeAnalysis of a model, free text
 * @param confluencesMet of a model, in the order given
 * @param marketContext of a model, free text
 * @param clear the names of those, as they stand here, that are to be empty
 */
public record AnnotationChange(
        Optional<BigDecimal> stopLoss,
        Optional<BigDecimal> takeProfit,
        Optional<Integer> leverage,
        Optional<String> marginType,
        Optional<String> notes,
        Optional<List<String>> tags,
        Optional<String> emotionalState,
        Optional<String> chartTimeframe,
        Optional<String> marketCondition,
        Optional<List<String>> screenshots,
        Optional<BigDecimal> aiQualityScore,
        Optional<BigDecimal> aiConfidence,
        Optional<String> aiModelVersion,
        Optional<Instant> aiAnalysisGeneratedAt,
        Optional<String> preTradeValidation,
        Optional<String> postTradeAnalysis,
        Optional<List<String>> confluencesMet,
        Optional<String> marketContext,
        Optional<List<String>> clear) {
    private static final Set<String> NAMES = Set.of(
            "stopLoss",
            "takeProfit",
            "leverage",
            "marginType",
            "notes",
            "tags",
            "emotionalState",
            "chartTimeframe",
            "marketCondition",
            "screenshots",
            "aiQualityScore",
            "aiConfidence",
            "aiModelVersion",
            "aiAnalysisGeneratedAt",
            "preTradeValidation",
            "postTradeAnalysis",
            "confluencesMet",
            "marketContext");

    public AnnotationChange {
        requireNonNull(clear, "clear is null");
        clear.stream()
                .flatMap(List::stream)
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> {
                    throw new IllegalArgumentException("nothing is called " + name + ": give names of "
                            + NAMES.stream().sorted().toList());
                });
        stopLoss.ifPresent(price -> requireAboveZero("stopLoss", price));
        takeProfit.ifPresent(price -> requireAboveZero("takeProfit", price));
        leverage.ifPresent(times -> requireAboveZero("leverage", BigDecimal.valueOf(times)));
    }

    private static void requireAboveZero(String name, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(name + " is not above zero");
        }
    }

    /** All that is written afterwards. */
    public Annotations after(Annotations before) {
        ManualFields manual = before.manual();
        AiFields ai = before.ai();
        return new Annotations(
                new ManualFields(
                        one("stopLoss", stopLoss, manual.stopLoss()),
                        one("takeProfit", takeProfit, manual.takeProfit()),
                        one("leverage", leverage, manual.leverage()),
                        one("marginType", marginType, manual.marginType()),
                        one("notes", notes, manual.notes()),
                        list("tags", tags, manual.tags()),
                        one("emotionalState", emotionalState, manual.emotionalState()),
                        one("chartTimeframe", chartTimeframe, manual.chartTimeframe()),
                        one("marketCondition", marketCondition, manual.marketCondition()),
                        list("screenshots", screenshots, manual.screenshots())),
                new AiFields(
                        one("aiQualityScore", aiQualityScore, ai.qualityScore()),
                        one("aiConfidence", aiConfidence, ai.confidence()),
                        one("aiModelVersion", aiModelVersion, ai.modelVersion()),
                        one("aiAnalysisGeneratedAt", aiAnalysisGeneratedAt, ai.analysisGeneratedAt()),
                        one("preTradeValidation", preTradeValidation, ai.preTradeValidation()),
                        one("postTradeAnalysis", postTradeAnalysis, ai.postTradeAnalysis()),
                        list("confluencesMet", confluencesMet, ai.confluencesMet()),
                        one("marketContext", marketContext, ai.marketContext())));
    }

    private <T> Optional<T> one(String name, Optional<T> given, Optional<T> before) {
        return given.isPresent() ? given : before.filter(_ -> !cleared(name));
    }

    private List<String> list(String name, Optional<List<String>> given, List<String> before) {
        return given.orElseGet(() -> cleared(name) ? List.of() : before);
    }

    private boolean cleared(String name) {
        return clear.map(names -> names.contains(name)).orElse(false);
    }
}
