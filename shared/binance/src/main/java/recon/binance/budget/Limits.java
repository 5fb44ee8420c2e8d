package recon.binance.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exchange's limits and how much of them we allow ourselves.
 *
 * @param apiWeight {@code /api} request weight, per address
 * @param apiRaw {@code /api} number of requests, per address
 * @param sapiIp {@code /sapi} weight of each endpoint that counts by address
 * @param sapiUid {@code /sapi} weight of each endpoint that counts by account
 * @param sapiUidSecond {@code /sapi} weight of each endpoint that counts by account and second
 * @param fapiWeight {@code /fapi} request weight, per address
 * @param sharePercent how much of each we use, in percent
 */
public record Limits(
        Rate apiWeight, Rate apiRaw, Rate sapiIp, Rate sapiUid, Rate sapiUidSecond, Rate fapiWeight, int sharePercent) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern LISTED = Pattern.compile("([A-Z_]+):(\\d{1,4})(SECOND|MINUTE|HOUR|DAY)");

    /** What the exchange documents, of which we use half. Only the {@code /api} and {@code /fapi} ones can be read from it. */
    public static final Limits DOCUMENTED = new Limits(
            new Rate(MINUTE, 6_000),
            new Rate(Duration.ofMinutes(5), 300_000),
            new Rate(MINUTE, 12_000),
            new Rate(MINUTE, 180_000),
            new Rate(Duration.ofSeconds(1), 180_000),
            new Rate(MINUTE, 2_400),
            50);

    /** Requests for rates of funding and what belongs to them, per address; no list of the exchange tells it. */
    static final Rate FUNDING_RATES = new Rate(Duration.ofMinutes(5), 500);

    public Limits {
        requireNonNull(apiWeight, "apiWeight is null");
        requireNonNull(apiRaw, "apiRaw is null");
        requireNonNull(sapiIp, "sapiIp is null");
        requireNonNull(sapiUid, "sapiUid is null");
        requireNonNull(sapiUidSecond, "sapiUidSecond is null");
        requireNonNull(fapiWeight, "fapiWeight is null");
        if (sharePercent < 1 || sharePercent > 100) {
            throw new IllegalArgumentException("sharePercent is not within 1..100: " + sharePercent);
        }
    }

    /**
     * These limits with those that the exchange lists for {@code /api}.
     *
     * @param listed as {@code SymbolListing.limits} has them, for instance {@code REQUEST_WEIGHT:1MINUTE} to 6000
     */
    public Limits with(Map<String, Integer> listed) {
        return new Limits(
                listed(listed, "REQUEST_WEIGHT").orElse(apiWeight),
                listed(listed, "RAW_REQUESTS").orElse(apiRaw),
                sapiIp,
                sapiUid,
                sapiUidSecond,
                fapiWeight,
                sharePercent);
    }

    /**
     * These limits with those that the exchange lists for {@code /fapi}.
     *
     * @param listed as {@code ContractListing.limits} has them, for instance {@code REQUEST_WEIGHT:1MINUTE} to 2400
     */
    public Limits withFutures(Map<String, Integer> listed) {
        return new Limits(
                apiWeight,
                apiRaw,
                sapiIp,
                sapiUid,
                sapiUidSecond,
                listed(listed, "REQUEST_WEIGHT").orElse(fapiWeight),
                sharePercent);
    }

    /**
     * Whether {@code /api} weight is used up before its number of requests can be: each request weighs at least 1, so
     * counting both would be counting for nothing.
     */
    public boolean weightBindsFirst() {
        // A window of requests touches one more window of weight than fit into it.
        long windows = apiRaw.window().dividedBy(apiWeight.window()) + 1;
        return share(apiWeight) * windows <= share(apiRaw);
    }

    /** Our share of a limit, rounded down. */
    public int share(Rate rate) {
        return (int) ((long) rate.limit() * sharePercent / 100);
    }

    /** The shortest interval listed of a type: the one that binds first. */
    private static Optional<Rate> listed(Map<String, Integer> listed, String type) {
        return listed.entrySet().stream()
                .flatMap(entry -> rate(entry.getKey(), entry.getValue(), type).stream())
                .min(Comparator.comparing(Rate::window));
    }

    private static Optional<Rate> rate(String key, int limit, String type) {
        Matcher matcher = LISTED.matcher(key);
        if (!matcher.matches() || !matcher.group(1).equals(type) || limit <= 0) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(2));
        return count == 0
                ? Optional.empty()
                : Optional.of(new Rate(unit(matcher.group(3)).multipliedBy(count), limit));
    }

    private static Duration unit(String interval) {
        return switch (interval) {
            case "SECOND" -> Duration.ofSeconds(1);
            case "MINUTE" -> MINUTE;
            case "HOUR" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
