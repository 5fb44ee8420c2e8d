package recon.storage.item;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One DynamoDB table: single items, and the parts of transactions. Reads are strongly consistent.
 *
 * @param client talks to DynamoDB
 * @param name the full name
 */
public record Table(DynamoDbClient client, String name) {
    public Table {
        requireNonNull(client, "client is null");
        requireNonNull(name, "name is null");
    }

    /** The key of an item in a table that has a sort key. */
    public static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(Schema.PARTITION, Values.text(partition), Schema.SORT, Values.text(sort));
    }

    public Optional<Item> get(Map<String, AttributeValue> key) {
        var found = client.getItem(r -> r.tableName(name).key(key).consistentRead(true));
        return found.hasItem() ? Optional.of(new Item(found.item())) : Optional.empty();
    }

    public void put(Item item) {
        client.putItem(r -> r.tableName(name).item(item.values()));
    }

    /** Puts the item if the condition holds; says whether it did. */
    public boolean put(Item item, String condition, Map<String, AttributeValue> values) {
        Map<String, String> names = Change.names(condition);
        try {
            client.putItem(r -> r.tableName(name)
                    .item(item.values())
                    .conditionExpression(condition)
                    .expressionAttributeNames(names.isEmpty() ? null : names)
                    .expressionAttributeValues(values.isEmpty() ? null : values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** The item as the change left it; empty if the condition did not hold. */
    public Optional<Item> update(Map<String, AttributeValue> key, Change change) {
        try {
            return Optional.of(new Item(client.updateItem(r -> r.tableName(name)
                            .key(key)
                            .updateExpression(change.update())
                            .conditionExpression(change.condition())
                            .expressionAttributeNames(change.names())
                            .expressionAttributeValues(change.values())
                            .returnValues(ReturnValue.ALL_NEW))
                    .attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    public TransactWriteItem updating(Map<String, AttributeValue> key, Change change) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(name)
                        .key(key)
                        .updateExpression(change.update())
                        .conditionExpression(change.condition())
                        .expressionAttributeNames(change.names())
                        .expressionAttributeValues(change.values())
                        .build())
                .build();
    }

    public TransactWriteItem putting(Item item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(name).item(item.values()).build())
                .build();
    }

    public TransactWriteItem putting(Item item, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(name)
                        .item(item.values())
                        .conditionExpression(condition)
                        .expressionAttributeNames(Change.names(condition))
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .build())
                .build();
    }

    public TransactWriteItem deleting(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(Delete.builder().tableName(name).key(key).build())
                .build();
    }

    /** All or nothing; says what came of it. */
    public Verdict transact(List<TransactWriteItem> writes) {
        return Verdict.of(client, writes);
    }

    /** Reads of whole partitions or parts of them. */
    public Query query(String partition) {
        return new Query(this, partition, "", Map.of());
    }
}
