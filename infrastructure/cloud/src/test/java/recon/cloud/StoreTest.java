package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.storage.schema.Schema;
import recon.storage.schema.TableSpec;

/** Where data stays. */
class StoreTest {
    private final Resources resources = Synthesis.get().resources();

    static List<TableSpec> tables() {
        return Schema.TABLES;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tableHasTheKeysOfTheSchema(TableSpec spec) {
        JsonNode table = resources.properties("AWS::DynamoDB::Table", "TableName", "recon-" + spec.name());
        String sort = spec.sorted() ? ",{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}" : "";
        assertThat(table.get("KeySchema")).hasToString("[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}" + sort + "]");
        assertThat(type(table, "pk")).isEqualTo("S");
        if (spec.sorted()) {
            assertThat(type(table, "sk")).isEqualTo("S");
        }
        assertThat(table.get("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.has("GlobalSecondaryIndexes")).isEqualTo(spec.index().isPresent());
        assertThat(table.path("TimeToLiveSpecification").path("AttributeName").asText())
                .isEqualTo(spec.expiry().orElse(""));
        assertThat(table.path("TimeToLiveSpecification").path("Enabled").asBoolean())
                .isEqualTo(spec.expiry().isPresent());
    }

    @Test
    void runsHaveTheIndexOfWhatIsDue() {
        JsonNode table = resources.properties("AWS::DynamoDB::Table", "TableName", "recon-runs");
        assertThat(table.get("GlobalSecondaryIndexes")).singleElement().satisfies(index -> {
            assertThat(index.get("IndexName").asText()).isEqualTo("due");
            assertThat(index.get("KeySchema"))
                    .hasToString("[{\"AttributeName\":\"due_kind\",\"KeyType\":\"HASH\"},"
                            + "{\"AttributeName\":\"due_at\",\"KeyType\":\"RANGE\"}]");
            assertThat(index.get("Projection"))
                    .hasToString("{\"NonKeyAttributes\":[\"state\",\"lease\"],\"ProjectionType\":\"INCLUDE\"}");
        });
        assertThat(type(table, "due_kind")).isEqualTo("S");
        assertThat(type(table, "due_at")).isEqualTo("N");
    }

    @Test
    void tablesSurvive_whateverHappensToTheStack() {
        Map<String, JsonNode> tables = resources.ofType("AWS::DynamoDB::Table");
        assertThat(tables).hasSize(9).allSatisfy((id, table) -> {
            assertThat(table.get("DeletionPolicy").asText()).isEqualTo("Retain");
            assertThat(table.get("UpdateReplacePolicy").asText()).isEqualTo("Retain");
            JsonNode properties = table.get("Properties");
            assertThat(properties.get("DeletionProtectionEnabled").asBoolean()).isTrue();
            assertThat(properties
                            .get("PointInTimeRecoverySpecification")
                            .get("PointInTimeRecoveryEnabled")
                            .asBoolean())
                    .isTrue();
        });
    }

    @Test
    void bucketsAreClosedEncryptedAndKept() {
        assertThat(resources.ofType("AWS::S3::Bucket")).hasSize(2).allSatisfy((id, bucket) -> {
            assertThat(bucket.get("DeletionPolicy").asText()).isEqualTo("Retain");
            JsonNode properties = bucket.get("Properties");
            assertThat(properties.get("PublicAccessBlockConfiguration"))
                    .hasSize(4)
                    .allSatisfy(blocked -> assertThat(blocked.asBoolean()).isTrue());
            assertThat(properties.findValue("SSEAlgorithm").asText()).isEqualTo("AES256");
        });
        assertThat(resources.ofType("AWS::S3::BucketPolicy"))
                .hasSize(2)
                .allSatisfy((id, policy) -> assertThat(policy.toString())
                        .contains("{\"Action\":\"s3:*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},"
                                + "\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"*\"}"));
    }

    @Test
    void archiveIsVersionedAndNeverExpires() {
        JsonNode bucket = archive();
        assertThat(bucket.get("VersioningConfiguration").get("Status").asText()).isEqualTo("Enabled");
        assertThat(bucket.get("LifecycleConfiguration").get("Rules"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.has("ExpirationInDays") || rule.has("ExpirationDate"))
                        .as("expires: %s", rule)
                        .isFalse());
    }

    private JsonNode archive() {
        return resources.ofType("AWS::S3::Bucket").values().stream()
                .map(bucket -> bucket.get("Properties"))
                .filter(bucket -> bucket.has("LoggingConfiguration"))
                .findFirst()
                .orElseThrow();
    }

    private static String type(JsonNode table, String attribute) {
        for (JsonNode definition : table.get("AttributeDefinitions")) {
            if (definition.get("AttributeName").asText().equals(attribute)) {
                return definition.get("AttributeType").asText();
            }
        }
        return "none";
    }
}
