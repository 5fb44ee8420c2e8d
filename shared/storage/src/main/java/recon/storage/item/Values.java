package recon.storage.item;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values as DynamoDB attributes. Times are numbers: epoch milliseconds, UTC. */
public final class Values {
    private Values() {}

    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** An exact number; its scale is not kept. */
    public static AttributeValue amount(BigDecimal value) {
        return AttributeValue.fromN(plain(value).toPlainString());
    }

    public static AttributeValue time(Instant value) {
        return number(value.toEpochMilli());
    }

    public static AttributeValue flag(boolean value) {
        return AttributeValue.fromBool(value);
    }

    public static AttributeValue texts(Map<String, String> values) {
        return AttributeValue.fromM(
                values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> text(e.getValue()))));
    }

    public static AttributeValue numbers(Map<String, Long> values) {
        return AttributeValue.fromM(
                values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> number(e.getValue()))));
    }

    public static AttributeValue list(Collection<String> values) {
        return AttributeValue.fromL(values.stream().map(Values::text).toList());
    }

    public static AttributeValue items(Collection<Item> values) {
        return AttributeValue.fromL(
                values.stream().map(i -> AttributeValue.fromM(i.values())).toList());
    }

    /** The one spelling of a number that storage works with: no trailing zeros, no exponent. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
