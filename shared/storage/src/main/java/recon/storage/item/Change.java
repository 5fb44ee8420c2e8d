package recon.storage.item;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An update of one item under a condition. Every attribute is written {@code #like_this}, which keeps clear of
 * DynamoDB's reserved words.
 *
 * @param update the update expression
 * @param condition must hold, or nothing changes
 * @param values what {@code :names} in both stand for
 */
public record Change(String update, String condition, Map<String, AttributeValue> values) {
    private static final Pattern NAME = Pattern.compile("#\\w+");

    public Change {
        values = Map.copyOf(values);
    }

    Map<String, String> names() {
        return names(update + " " + condition);
    }

    static Map<String, String> names(String expression) {
        return NAME.matcher(expression)
                .results()
                .map(r -> r.group())
                .distinct()
                .collect(Collectors.toMap(n -> n, n -> n.substring(1)));
    }
}
