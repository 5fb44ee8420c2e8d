package recon.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A transaction asks what its tables are like while it holds the database; others ask the same and wait for it. */
class TransactionsBesideTablesTest {
    private static final int TABLES_MADE = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Their hash codes are the same: in a map of names they stand behind each other. */
    private static final List<String> KEPT = List.of("t-AaAa", "t-AaBB", "t-BBAa");

    private static final String MADE = "t-BBBB";

    @TempDir
    private Path folder;

    @Test
    void bothGoOn_whileTablesAreMade() throws Exception {
        assertThat(KEPT).allMatch(name -> name.hashCode() == MADE.hashCode());
        try (LocalStack stack = LocalStack.start(folder)) {
            DynamoDbClient database = stack.dynamodbClient();
            KEPT.forEach(table -> create(database, table));
            FutureTask<Boolean> making = new FutureTask<>(() -> {
                for (int i = 0; i < TABLES_MADE; i++) {
                    create(database, MADE);
                    database.deleteTable(delete -> delete.tableName(MADE));
                }
                return true;
            });
            FutureTask<Integer> writing = new FutureTask<>(() -> {
                int written = 0;
                while (!making.isDone()) {
                    database.transactWriteItems(write -> write.transactItems(
                            KEPT.stream().map(TransactionsBesideTablesTest::put).toList()));
                    written++;
                }
                return written;
            });
            Thread maker = Thread.ofPlatform().daemon().start(making);
            Thread writer = Thread.ofPlatform().daemon().start(writing);

            assertThat(maker.join(PATIENCE)).as("tables are made").isTrue();
            assertThat(writer.join(PATIENCE)).as("transactions are done").isTrue();
            assertThat(making.get()).isTrue();
            assertThat(writing.get()).isPositive();
        }
    }

    private static void create(DynamoDbClient database, String table) {
        database.createTable(create -> create.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build()));
    }

    private static TransactWriteItem put(String table) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(Map.of("pk", AttributeValue.fromS("1"))))
                .build();
    }
}
