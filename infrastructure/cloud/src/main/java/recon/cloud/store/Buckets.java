package recon.cloud.store;

import java.util.List;
import recon.cloud.nag.Reason;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/** The bucket with the archive ({@code raw/}), copies of it ({@code packed/}) and the reports ({@code reports/}), and one with who asked for what. */
public final class Buckets extends Construct {
    /** Where the archive is. */
    public static final String RAW = "raw/";
    /** Where copies of many answers in one object are. */
    public static final String PACKED = "packed/";
    /** Where the reports are. */
    public static final String REPORTS = "reports/";

    private static final int ACCESS_LOG_DAYS = 90;
    private static final int REPLACED_DAYS = 90;
    private static final int UNFINISHED_DAYS = 7;
    private static final int RARELY_READ_AFTER_DAYS = 30;

    private final Bucket bucket;

    public Buckets(Construct scope) {
        super(scope, "Buckets");
        Bucket accessLogs = closed("AccessLogs")
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("access-logs")
                        .expiration(Duration.days(ACCESS_LOG_DAYS))
                        .abortIncompleteMultipartUploadAfter(Duration.days(UNFINISHED_DAYS))
                        .build()))
                .build();
        Reason.against(accessLogs, "AwsSolutions-S1", "It holds the access logs: a log of the log would have no end.");
        this.bucket = closed("Bucket")
                .versioned(true)
                .serverAccessLogsBucket(accessLogs)
                .lifecycleRules(lifecycle())
                .build();
    }

    public Bucket bucket() {
        return bucket;
    }

    private Bucket.Builder closed(String id) {
        return Bucket.Builder.create(this, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    /** The archive is kept for ever. S3 leaves objects below 128 KB where they are: moving them would cost more. */
    private static List<LifecycleRule> lifecycle() {
        return List.of(
                LifecycleRule.builder()
                        .id("archive")
                        .prefix(RAW)
                        .transitions(List.of(Transition.builder()
                                .storageClass(StorageClass.INTELLIGENT_TIERING)
                                .transitionAfter(Duration.days(RARELY_READ_AFTER_DAYS))
                                .build()))
                        .build(),
                LifecycleRule.builder()
                        .id("replaced-versions")
                        .noncurrentVersionExpiration(Duration.days(REPLACED_DAYS))
                        .expiredObjectDeleteMarker(true)
                        .abortIncompleteMultipartUploadAfter(Duration.days(UNFINISHED_DAYS))
                        .build());
    }
}
