package recon.local.stack.server;

import com.adobe.testing.s3mock.s3.dto.ListBucketResultV2;
import com.adobe.testing.s3mock.s3.dto.Owner;
import com.adobe.testing.s3mock.s3.model.S3ObjectMetadata;
import com.adobe.testing.s3mock.s3.service.BucketService;
import com.adobe.testing.s3mock.s3.service.ObjectService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Puts, gets and lists plain objects without a network between; what is asked for beyond that, and everything else, goes
 * through the socket.
 */
final class NearObjects extends DelegatingS3Client {
    private static final int LISTED = 1_000;
    private static final String BYTES = "binary/octet-stream";

    private final BucketService buckets;
    private final ObjectService objects;

    NearObjects(S3Client other, BucketService buckets, ObjectService objects) {
        super(other);
        this.buckets = buckets;
        this.objects = objects;
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        PutObjectRequest plain = PutObjectRequest.builder()
                .bucket(request.bucket())
                .key(request.key())
                .contentType(request.contentType())
                .build();
        return plain.equals(request) ? asS3(() -> put(plain, body)) : super.putObject(request, body);
    }

    private PutObjectResponse put(PutObjectRequest request, RequestBody body) {
        buckets.verifyBucketExists(request.bucket());
        Path bytes = bytes(body);
        try {
            S3ObjectMetadata kept = objects.putObject(
                    request.bucket(),
                    request.key(),
                    Objects.requireNonNullElse(request.contentType(), BYTES),
                    Map.of(),
                    bytes,
                    Map.of(),
                    Map.of(),
                    null,
                    null,
                    null,
                    Owner.Companion.getDEFAULT_OWNER(),
                    null);
            return PutObjectResponse.builder().eTag(kept.getEtag()).build();
        } finally {
            delete(bytes);
        }
    }

    private static Path bytes(RequestBody body) {
        try (InputStream stream = body.contentStreamProvider().newStream()) {
            Path bytes = Files.createTempFile("recon-object", "");
            Files.copy(stream, bytes, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take an object's bytes", e);
        }
    }

    private static void delete(Path bytes) {
        try {
            Files.deleteIfExists(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + bytes, e);
        }
    }

    @Override
    public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> taker) {
        GetObjectRequest plain = GetObjectRequest.builder()
                .bucket(request.bucket())
                .key(request.key())
                .build();
        return plain.equals(request) ? get(plain, taker) : super.getObject(request, taker);
    }

    private <T> T get(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> taker) {
        S3ObjectMetadata kept = asS3(() -> {
            buckets.verifyBucketExists(request.bucket());
            return objects.verifyObjectExists(request.bucket(), request.key(), null);
        });
        GetObjectResponse response = GetObjectResponse.builder()
                .contentLength(Long.valueOf(kept.getSize()))
                .contentType(kept.getContentType())
                .eTag(kept.getEtag())
                .lastModified(Instant.ofEpochMilli(kept.getLastModified()))
                .build();
        try (InputStream bytes = Files.newInputStream(kept.getDataPath())) {
            return taker.transform(response, AbortableInputStream.create(bytes));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read the object " + request.key(), e);
        }
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        ListObjectsV2Request plain = ListObjectsV2Request.builder()
                .bucket(request.bucket())
                .prefix(request.prefix())
                .delimiter(request.delimiter())
                .startAfter(request.startAfter())
                .maxKeys(request.maxKeys())
                .continuationToken(request.continuationToken())
                .build();
        return plain.equals(request) ? asS3(() -> list(plain)) : super.listObjectsV2(request);
    }

    private ListObjectsV2Response list(ListObjectsV2Request request) {
        buckets.verifyBucketExists(request.bucket());
        ListBucketResultV2 found = buckets.listObjectsV2(
                request.bucket(),
                request.prefix(),
                request.delimiter(),
                null,
                request.startAfter(),
                Objects.requireNonNullElse(request.maxKeys(), LISTED),
                request.continuationToken(),
                false);
        return ListObjectsV2Response.builder()
                .name(request.bucket())
                .prefix(request.prefix())
                .keyCount(Integer.valueOf(found.getKeyCount()))
                .isTruncated(found.isTruncated())
                .nextContinuationToken(found.getNextContinuationToken())
                .contents(found.getContents().stream()
                        .map(object -> S3Object.builder()
                                .key(object.getKey())
                                .size(Long.valueOf(object.getSize()))
                                .eTag(object.getEtag())
                                .lastModified(Instant.parse(object.getLastModified()))
                                .build())
                        .toList())
                .commonPrefixes(found.getCommonPrefixes().stream()
                        .map(prefix -> CommonPrefix.builder()
                                .prefix(prefix.getPrefix())
                                .build())
                        .toList())
                .build();
    }

    /** With the SDK's errors in place of the server's own. */
    private static <T> T asS3(Supplier<T> call) {
        try {
            return call.get();
        } catch (com.adobe.testing.s3mock.s3.S3Exception e) {
            S3Exception.Builder error = switch (e.getCode()) {
                case "NoSuchKey" -> NoSuchKeyException.builder();
                case "NoSuchBucket" -> NoSuchBucketException.builder();
                default -> S3Exception.builder();
            };
            error.statusCode(e.getStatus())
                    .message(e.getMessage())
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode(e.getCode())
                            .errorMessage(e.getMessage())
                            .serviceName("S3")
                            .build());
            throw (S3Exception) error.build();
        }
    }
}
