package recon.binance.executionreport;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of one report by the exchange's names, which differ in case alone. It remembers which ones were asked for:
 * the others are kept as they are. What it says of errors names fields, never amounts.
 */
final class ReportFields {
    /** DynamoDB keeps 38 digits exactly; an amount beyond that is no amount. */
    private static final int DIGITS = 38;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,38}(\\.[0-9]{1,38})?");
    /** Longer texts than this are none of the exchange's ids, names or reasons. */
    private static final int LONGEST_TEXT = 256;
    /** Of fields that nobody knows so many are kept beside the archive. */
    private static final int MOST_OTHERS = 64;

    private final JsonNode report;
    private final Set<String> read = new HashSet<>();

    ReportFields(JsonNode report) {
        this.report = report;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text.isEmpty()) {
            throw missing(name);
        }
        return text;
    }

    /** The empty text where it is absent or null. */
    String optionalText(String name) {
        return node(name)
                .map(node -> {
                    String text = node.asText();
                    if (!node.isValueNode() || text.length() > LONGEST_TEXT) {
                        throw new MalformedReport(
                                "field " + name + " is no text of at most " + LONGEST_TEXT + " characters");
                    }
                    return text;
                })
                .orElse("");
    }

    BigDecimal amount(String name) {
        return optionalAmount(name).orElseThrow(() -> missing(name));
    }

    BigDecimal amountOrZero(String name) {
        return optionalAmount(name).orElse(BigDecimal.ZERO);
    }

    Optional<BigDecimal> optionalAmount(String name) {
        return node(name).map(node -> {
            String text = node.isTextual() || node.isNumber() ? node.asText() : "";
            if (DECIMAL.matcher(text).matches()) {
                BigDecimal amount = new BigDecimal(text);
                if (amount.stripTrailingZeros().precision() <= DIGITS) {
                    return amount;
                }
            }
            throw new MalformedReport("field " + name + " is no decimal of at most " + DIGITS + " digits");
        });
    }

    long number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    Optional<Long> optionalNumber(String name) {
        return node(name).map(node -> {
            if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                throw new MalformedReport("field " + name + " is no whole number");
            }
            return node.longValue();
        });
    }

    /** An id, which the exchange never has below 0. */
    long id(String name) {
        long id = number(name);
        if (id < 0) {
            throw new MalformedReport("field " + name + " is below zero");
        }
        return id;
    }

    /** An id, where the exchange writes -1 for none. */
    Optional<Long> optionalId(String name) {
        return optionalNumber(name).filter(id -> id >= 0);
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(id(name));
    }

    Optional<Instant> optionalTime(String name) {
        return optionalId(name).filter(ms -> ms > 0).map(Instant::ofEpochMilli);
    }

    boolean flag(String name) {
        return node(name).map(JsonNode::asBoolean).orElse(false);
    }

    /** What nobody asked for, as it is written; very long values are in the archive alone. */
    Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : report.properties()) {
            JsonNode value = field.getValue();
            String text = value.isTextual() ? value.textValue() : value.toString();
            if (!read.contains(field.getKey())
                    && !field.getKey().isEmpty()
                    && field.getKey().length() <= LONGEST_TEXT
                    && text.length() <= LONGEST_TEXT
                    && others.size() < MOST_OTHERS) {
                others.put(field.getKey(), text);
            }
        }
        return others;
    }

    private Optional<JsonNode> node(String name) {
        read.add(name);
        return Optional.ofNullable(report.get(name)).filter(node -> !node.isNull());
    }

    private static MalformedReport missing(String name) {
        return new MalformedReport("field " + name + " is missing");
    }
}
