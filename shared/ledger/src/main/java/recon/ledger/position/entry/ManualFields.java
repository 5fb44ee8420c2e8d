package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a person wrote about a trade. No sync changes it.
 *
 * @param stopLoss a price in the quote asset; where it is empty the orders say it
 * @param takeProfit a price in the quote asset; where it is empty the orders say it
 * @param leverage times; where it is empty the exchange's present setting is used
 * @param marginType {@code CROSSED} or {@code ISOLATED}
 * @param notes free text
 * @param tags in the order given
 * @param emotionalState free text
 * @param chartTimeframe for instance {@code 4h}
 * @param marketCondition free text
 * @param screenshots references, in the order given
 */
public record ManualFields(
        Optional<BigDecimal> stopLoss,
        Optional<BigDecimal> takeProfit,
        Optional<Integer> leverage,
        Optional<String> marginType,
        Optional<String> notes,
        List<String> tags,
        Optional<String> emotionalState,
        Optional<String> chartTimeframe,
        Optional<String> marketCondition,
        List<String> screenshots) {
    /** Nothing was written. */
    public static final ManualFields NONE = new ManualFields(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public ManualFields {
        requireNonNull(stopLoss, "stopLoss is null");
        requireNonNull(takeProfit, "takeProfit is null");
        requireNonNull(leverage, "leverage is null");
        requireNonNull(marginType, "marginType is null");
        requireNonNull(notes, "notes is null");
        tags = List.copyOf(tags);
        requireNonNull(emotionalState, "emotionalState is null");
        requireNonNull(chartTimeframe, "chartTimeframe is null");
        requireNonNull(marketCondition, "marketCondition is null");
        screenshots = List.copyOf(screenshots);
    }
}
