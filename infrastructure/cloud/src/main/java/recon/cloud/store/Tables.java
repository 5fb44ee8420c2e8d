package recon.cloud.store;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import recon.storage.aws.AwsSettings;
import recon.storage.schema.Schema;
import recon.storage.schema.TableSpec;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/** The tables of {@link Schema#TABLES}: paid by request, restorable to any second, and never deleted by the stack. */
public final class Tables extends Construct {
    private final Map<String, Table> tables = new LinkedHashMap<>();

    /** @param settings give the tables' full names */
    public Tables(Construct scope, AwsSettings settings) {
        super(scope, "Tables");
        Schema.TABLES.forEach(spec -> tables.put(spec.name(), table(spec, settings)));
    }

    /** A table by its name in the schema. */
    public Table table(String name) {
        return requireNonNull(tables.get(name), () -> "the schema has no table " + name);
    }

    private Table table(TableSpec spec, AwsSettings settings) {
        Table.Builder builder = Table.Builder.create(this, spec.name())
                .tableName(settings.table(spec.name()))
                .partitionKey(attribute(Schema.PARTITION, AttributeType.STRING))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .build())
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN);
        if (spec.sorted()) {
            builder.sortKey(attribute(Schema.SORT, AttributeType.STRING));
        }
        spec.expiry().ifPresent(builder::timeToLiveAttribute);
        Table table = builder.build();
        spec.index()
                .ifPresent(index -> table.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                        .indexName(index.name())
                        .partitionKey(attribute(index.partition(), AttributeType.STRING))
                        .sortKey(attribute(index.sort(), AttributeType.NUMBER))
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes(index.projected())
                        .build()));
        return table;
    }

    private static Attribute attribute(String name, AttributeType type) {
        return Attribute.builder().name(name).type(type).build();
    }
}
