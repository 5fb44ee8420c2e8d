package recon.storage.schema;

import java.util.ArrayList;
import java.util.List;
import recon.storage.aws.AwsSettings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates the tables of {@link Schema#TABLES}. */
final class Tables {
    private Tables() {}

    static void create(DynamoDbClient dynamodb, AwsSettings settings) {
        List<String> existing = dynamodb.listTablesPaginator().tableNames().stream()
                .filter(n -> n.startsWith(settings.table("")))
                .toList();
        List<String> created = new ArrayList<>();
        for (TableSpec table : Schema.TABLES) {
            String name = settings.table(table.name());
            if (!existing.contains(name) && createOne(dynamodb, name, table)) {
                created.add(name);
            }
        }
        created.forEach(name -> dynamodb.waiter().waitUntilTableExists(r -> r.tableName(name)));
    }

    private static boolean createOne(DynamoDbClient dynamodb, String name, TableSpec table) {
        CreateTableRequest.Builder request =
                CreateTableRequest.builder().tableName(name).billingMode(BillingMode.PAY_PER_REQUEST);
        List<AttributeDefinition> attributes = new ArrayList<>();
        List<KeySchemaElement> keys = new ArrayList<>();
        attributes.add(attribute(Schema.PARTITION, ScalarAttributeType.S));
        keys.add(key(Schema.PARTITION, KeyType.HASH));
        if (table.sorted()) {
            attributes.add(attribute(Schema.SORT, ScalarAttributeType.S));
            keys.add(key(Schema.SORT, KeyType.RANGE));
        }
        table.index().ifPresent(index -> {
            attributes.add(attribute(index.partition(), ScalarAttributeType.S));
            attributes.add(attribute(index.sort(), ScalarAttributeType.N));
            request.globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                    .indexName(index.name())
                    .keySchema(key(index.partition(), KeyType.HASH), key(index.sort(), KeyType.RANGE))
                    .projection(p -> p.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(index.projected()))
                    .build());
        });
        try {
            dynamodb.createTable(
                    request.attributeDefinitions(attributes).keySchema(keys).build());
            return true;
        } catch (ResourceInUseException e) {
            // Someone else created it since we looked.
            return false;
        }
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
