package recon.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.model.Message;

class LocalStackTest {
    @TempDir
    static Path temporary;

    private static LocalStack stack;
    private static Clients clients;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(temporary.resolve("a folder with spaces"));
        clients = Clients.of(stack);
        clients.createResources();
    }

    @AfterAll
    static void stop() {
        clients.close();
        stack.close();
    }

    /** Database and objects behind their sockets, and the same ones without. */
    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of(Named.of("socket", clients)), Arguments.of(Named.of("in process", clients.within(stack))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void tableAnswersQueries_byKeyAndByIndex(Clients way) {
        String pk = UUID.randomUUID().toString();
        way.dynamodb()
                .putItem(put -> put.tableName(Clients.TABLE)
                        .item(Map.of(
                                "pk", AttributeValue.fromS(pk),
                                "sk", AttributeValue.fromS("2"),
                                "symbol", AttributeValue.fromS(pk),
                                "amount", AttributeValue.fromN("-0.000000000000000001"))));
        way.put(pk, "1");

        assertThat(way.query(pk)).containsExactly("1", "2");
        assertThat(way.dynamodb()
                        .query(query -> query.tableName(Clients.TABLE)
                                .indexName(Clients.INDEX)
                                .keyConditionExpression("symbol = :s")
                                .expressionAttributeValues(Map.of(":s", AttributeValue.fromS(pk))))
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item.get("amount").n()).isEqualTo("-0.000000000000000001"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void conditionalPut_isRefused_whenTheItemExists(Clients way) {
        way.put("c", "1");

        assertThatThrownBy(() -> way.dynamodb()
                        .putItem(put -> put.tableName(Clients.TABLE)
                                .item(Map.of("pk", AttributeValue.fromS("c"), "sk", AttributeValue.fromS("1")))
                                .conditionExpression("attribute_not_exists(pk)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void transaction_writesNothing_whenOneConditionFails(Clients way) {
        String pk = UUID.randomUUID().toString();
        way.put(pk, "taken");

        assertThatThrownBy(() -> way.dynamodb()
                        .transactWriteItems(
                                write -> write.transactItems(conditionalPut(pk, "free"), conditionalPut(pk, "taken"))))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        refused -> assertThat(refused.cancellationReasons())
                                .extracting(CancellationReason::code)
                                .containsExactly("None", "ConditionalCheckFailed"));
        assertThat(way.query(pk)).containsExactly("taken");

        way.dynamodb()
                .transactWriteItems(write -> write.transactItems(conditionalPut(pk, "a"), conditionalPut(pk, "b")));
        assertThat(way.query(pk)).containsExactly("a", "b", "taken");
    }

    @Test
    void bothWays_leadToOneDatabase_thatClosingAClientLeavesOpen() {
        stack.dynamodbClient().close();
        clients.within(stack).put("both", "1");
        clients.put("both", "2");

        assertThat(clients.query("both")).containsExactly("1", "2");
    }

    @Test
    void timeToLive_isKnown_onceSet() {
        clients.dynamodb()
                .updateTimeToLive(ttl -> ttl.tableName(Clients.TABLE)
                        .timeToLiveSpecification(
                                spec -> spec.attributeName("expires").enabled(true)));

        assertThat(clients.dynamodb()
                        .describeTimeToLive(ttl -> ttl.tableName(Clients.TABLE))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expires");
    }

    @Test
    void message_goesToTheDeadLetterQueue_afterTwoReceives() {
        clients.send(Clients.QUEUE, "poison");
        assertThat(clients.receive(Clients.QUEUE, 0)).extracting(Message::body).containsExactly("poison");
        assertThat(clients.receive(Clients.QUEUE, 0)).extracting(Message::body).containsExactly("poison");

        // The third receive finds that the message has had its two.
        assertThat(clients.sqs()
                        .receiveMessage(receive -> receive.queueUrl(clients.url(Clients.QUEUE)))
                        .messages())
                .isEmpty();
        assertThat(clients.receive(Clients.DEAD, 30)).extracting(Message::body).containsExactly("poison");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void objects_areListedByPrefixInOrder_andReadBack(Clients way) {
        String root = UUID.randomUUID() + "/";
        List<String> keys = IntStream.range(0, 25)
                .mapToObj(number -> root + "raw/source=myTrades/date=2026-01-01/%02d ä+%%.json.gz".formatted(number))
                .toList();
        keys.reversed().forEach(key -> way.store(key, "body of " + key));
        way.store(root + "reports/date=2026-01-01/index.html", "<html>");

        assertThat(way.list(root + "raw/source=myTrades/")).isEqualTo(keys);
        assertThat(way.read(keys.get(7))).isEqualTo("body of " + keys.get(7));
        assertThat(way.list(root + "reports/")).containsExactly(root + "reports/date=2026-01-01/index.html");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void listing_goesOnPageByPage_afterAKey_andShowsFolders(Clients way) {
        String root = UUID.randomUUID() + "/";
        List<String> keys = IntStream.range(0, 7)
                .mapToObj(number -> root + "day=" + number + "/object")
                .toList();
        keys.forEach(key -> way.store(key, key));

        assertThat(way.s3()
                        .listObjectsV2Paginator(list -> list.bucket(Clients.BUCKET)
                                .prefix(root)
                                .startAfter(keys.get(1))
                                .maxKeys(2))
                        .contents())
                .extracting(S3Object::key)
                .isEqualTo(keys.subList(2, 7));
        assertThat(way.s3()
                        .listObjectsV2Paginator(list -> list.bucket(Clients.BUCKET)
                                .prefix(root + "day=")
                                .delimiter("/")
                                .maxKeys(3))
                        .commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactlyElementsOf(keys.stream()
                        .map(key -> key.substring(0, key.length() - "object".length()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void object_isReplacedAndDeleted_underItsKey(Clients way) {
        way.store("mutable", "first");
        way.store("mutable", "second");
        assertThat(way.read("mutable")).isEqualTo("second");

        way.s3().deleteObject(delete -> delete.bucket(Clients.BUCKET).key("mutable"));
        assertThatThrownBy(() -> way.read("mutable")).isInstanceOf(NoSuchKeyException.class);
        assertThat(way.list("mutable")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsNotThere_isRefused(Clients way) {
        assertThatThrownBy(() -> way.s3()
                        .getObjectAsBytes(get -> get.bucket("no-such-bucket").key("a")))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> way.s3().listObjectsV2(list -> list.bucket("no-such-bucket")))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() ->
                        way.s3().putObject(put -> put.bucket("no-such-bucket").key("a"), RequestBody.fromString("a")))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void bothWays_leadToTheSameObjects_withWhatIsToldOfThem() {
        Clients within = clients.within(stack);
        within.s3()
                .putObject(
                        put -> put.bucket(Clients.BUCKET).key("near").contentType("text/csv"),
                        RequestBody.fromString("a,b"));
        clients.store("far", "c");

        assertThat(within.read("far")).isEqualTo("c");
        for (Clients way : List.of(clients, within)) {
            assertThat(way.s3()
                            .getObjectAsBytes(get -> get.bucket(Clients.BUCKET).key("near"))
                            .response())
                    .satisfies(told -> {
                        assertThat(told.contentType()).isEqualTo("text/csv");
                        assertThat(told.contentLength()).isEqualTo(3);
                    });
            assertThat(way.s3()
                            .getObjectAsBytes(get ->
                                    get.bucket(Clients.BUCKET).key("near").range("bytes=2-2"))
                            .asUtf8String())
                    .as("what only the socket can do")
                    .isEqualTo("b");
        }
    }

    @Test
    void secondStack_isRefused_onTheSameFolder() {
        assertThatThrownBy(() -> LocalStack.start(temporary.resolve("a folder with spaces")))
                .isInstanceOf(StateFolderInUseException.class)
                .hasMessageContaining("a folder with spaces");
    }

    @Test
    void missingLibraries_areNamed() {
        assertThatThrownBy(() -> LocalStack.start(temporary.resolve("other"), temporary))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(temporary.toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void everyListeningSocketOfThisProcess_isOnTheLoopbackAddress() throws Exception {
        Set<String> listening = ListeningSockets.ofThisProcess();
        Set<String> ports = List.of(stack.dynamodb(), stack.sqs(), stack.s3()).stream()
                .map(uri -> "%04X".formatted(uri.getPort()))
                .collect(Collectors.toSet());

        assertThat(listening).hasSizeGreaterThanOrEqualTo(3).allMatch(ListeningSockets::isLoopback);
        assertThat(listening.stream().map(ListeningSockets::port).toList()).containsAll(ports);
    }

    private static TransactWriteItem conditionalPut(String pk, String sk) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(Clients.TABLE)
                        .item(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk)))
                        .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }
}
