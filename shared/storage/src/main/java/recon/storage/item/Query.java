package recon.storage.item;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A strongly consistent read of one partition in the order of its sort keys.
 *
 * @param table where
 * @param partition the partition key
 * @param range a condition on the sort key, or the empty text
 * @param values what the condition's {@code :names} stand for
 */
public record Query(Table table, String partition, String range, Map<String, AttributeValue> values) {
    /** Items a page: about as many as DynamoDB puts in one anyway; DynamoDB Local is quadratic where no limit is given. */
    private static final int PAGE = 1000;

    /** Only sort keys that begin so. */
    public Query prefix(String prefix) {
        return new Query(table, partition, "begins_with(#sk, :prefix)", Map.of(":prefix", Values.text(prefix)));
    }

    /** Only sort keys in this range, both ends included. */
    public Query between(String from, String to) {
        return new Query(
                table,
                partition,
                "#sk between :from and :to",
                Map.of(":from", Values.text(from), ":to", Values.text(to)));
    }

    /** Everything, page by page as it is consumed. */
    public Stream<Item> stream() {
        return table.client().queryPaginator(request().build()).items().stream().map(Item::new);
    }

    /** Everything at once. */
    public List<Item> list() {
        return stream().toList();
    }

    /** The first one. */
    public Optional<Item> first() {
        return table.client().query(request().limit(1).build()).items().stream()
                .map(Item::new)
                .findFirst();
    }

    /** The keys alone. */
    public List<Item> keys() {
        return table
                .client()
                .queryPaginator(request()
                        .projectionExpression(Schema.PARTITION + "," + Schema.SORT)
                        .build())
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }

    private QueryRequest.Builder request() {
        String condition = "#pk = :pk" + (range.isEmpty() ? "" : " and " + range);
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":pk", Values.text(partition));
        return QueryRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .limit(PAGE)
                .keyConditionExpression(condition)
                .expressionAttributeNames(Change.names(condition))
                .expressionAttributeValues(all);
    }
}
