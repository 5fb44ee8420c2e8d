package recon.stream.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScannerTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Test
    void eventIsFoundByteForByte_inAnOrdinaryFrame() {
        String event = "{\"e\":\"executionReport\",\"E\":1700000000150,\"s\":\"ABCUSDT\",\"N\":null,\"w\":false}";

        assertThat(scan("{\"subscriptionId\":3,\"event\":" + event + "}"))
                .isEqualTo(new FrameContent.Event(OptionalLong.of(3), 28, 28 + event.length(), "executionReport"));
    }

    @Test
    void nestedFieldsOfTheSameName_areNotTakenForIt() {
        FrameContent.Event event = (FrameContent.Event)
                scan(
                        "{\"x\":{\"event\":{\"e\":\"no\"},\"subscriptionId\":9},"
                                + "\"event\":{\"B\":[{\"e\":\"no\"}],\"e\":\"balanceUpdate\",\"z\":{\"e\":\"no\"}},\"subscriptionId\":4}");

        assertThat(event.subscription()).hasValue(4);
        assertThat(event.type()).isEqualTo("balanceUpdate");
    }

    @Test
    void reportIsKnown_howeverItIsEscaped() {
        FrameContent.Event event = (FrameContent.Event)
                scan("{\"\\u0065vent\":{\"\\u0065\":\"execution\\u0052eport\"},\"subscription\\u0049d\":0}");

        assertThat(event.report()).isTrue();
        assertThat(event.subscription()).hasValue(0);
    }

    @Test
    void lastCounts_ofTwoFieldsWithOneName() {
        FrameContent.Event event = (FrameContent.Event)
                scan(
                        "{\"event\":{\"e\":\"a\"},\"event\":{\"e\":\"b\",\"e\":\"c\"},\"subscriptionId\":1,\"subscriptionId\":2}");

        assertThat(event.subscription()).hasValue(2);
        assertThat(event.type()).isEqualTo("c");
        assertThat(event.from()).isEqualTo(27);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "[]",
                "\"a\"",
                "5",
                "null",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "{\"event\":5}",
                "{\"event\":[]}",
                "{\"event\":{\"e\":\"executionRep",
                "{\"event\":{}",
                "{\"a\":\"\\q\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\n\"}",
                "{a:1}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "{\"a\":\"\\"
            })
    void nothingIsMadeOf_whatIsNoFrame(String frame) {
        assertThat(scan(frame)).isInstanceOf(FrameContent.Unreadable.class);
    }

    @Test
    void depthIsBounded_whateverIsSent() {
        assertThat(scan("{\"a\":" + "[".repeat(1_000_000))).isInstanceOf(FrameContent.Unreadable.class);
    }

    @Test
    void subscriptionIsUnknown_whenItIsNoWholeNumber() {
        for (String id : List.of("\"3\"", "-1", "1.0", "1e3", "null", "{}", "99999999999999999999")) {
            FrameContent.Event event =
                    (FrameContent.Event) scan("{\"subscriptionId\":" + id + ",\"event\":{\"e\":\"x\"}}");
            assertThat(event.subscription()).as(id).isEmpty();
        }
    }

    @Test
    void answerIsAnAnswer_whateverItHolds() {
        assertThat(scan("{\"id\":\"s1\",\"status\":200,\"result\":{\"subscriptionId\":0}}"))
                .isEqualTo(new FrameContent.Answer());
    }

    @Property(tries = 3_000)
    void saysWhatATreeSays_forAnyObject(@ForAll("frames") String frame) throws IOException {
        JsonNode tree = JACKSON.readTree(frame);
        JsonNode event = tree.get("event");
        switch (scan(frame)) {
            case FrameContent.Event found -> {
                byte[] body = Arrays.copyOfRange(frame.getBytes(UTF_8), found.from(), found.to());
                assertThat(JACKSON.readTree(body)).isEqualTo(event);
                assertThat(body[0]).isEqualTo((byte) '{');
                assertThat(body[body.length - 1]).isEqualTo((byte) '}');
                JsonNode type = event.path("e");
                assertThat(found.type()).isEqualTo(type.isTextual() ? type.textValue() : "");
                JsonNode id = tree.path("subscriptionId");
                assertThat(found.subscription())
                        .isEqualTo(
                                id.isIntegralNumber() && id.longValue() >= 0
                                        ? OptionalLong.of(id.longValue())
                                        : OptionalLong.empty());
            }
            case FrameContent.Answer _ -> assertThat(event).isNull();
            case FrameContent.Unreadable _ ->
                assertThat(event != null && !event.isObject()).isTrue();
        }
    }

    @Property(tries = 2_000)
    void neverFails_whateverIsCutOrChanged(
            @ForAll("frames") String frame, @ForAll int where, @ForAll byte what, @ForAll boolean cut) {
        byte[] bytes = frame.getBytes(UTF_8);
        int at = Math.floorMod(where, bytes.length);
        byte[] changed = cut ? Arrays.copyOf(bytes, at) : bytes.clone();
        if (!cut) {
            changed[at] = what;
        }

        FrameContent content = FrameScanner.scan(changed);

        if (content instanceof FrameContent.Event event) {
            assertThat(event.from()).isBetween(0, event.to());
            assertThat(event.to()).isLessThan(changed.length);
        }
        if (cut) {
            assertThat(content).isInstanceOf(FrameContent.Unreadable.class);
        }
    }

    @Provide
    Arbitrary<String> frames() {
        Arbitrary<String> event = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, object(names(List.of("e", "E", "event", "d")), values(2))),
                net.jqwik.api.Tuple.of(1, values(1)));
        Arbitrary<String> top = Arbitraries.of("event", "subscriptionId", "id", "ev\\u0065nt", "status");
        return net.jqwik.api.Combinators.combine(
                        top.list().ofMaxSize(5),
                        event.list().ofSize(5),
                        Arbitraries.of("0", "17", "-3", "\"5\"", "1.5", "65535")
                                .list()
                                .ofSize(5),
                        space())
                .as((names, events, numbers, space) -> {
                    StringBuilder frame = new StringBuilder(space).append("{");
                    for (int i = 0; i < names.size(); i++) {
                        frame.append(i == 0 ? "" : ",")
                                .append(space)
                                .append('"')
                                .append(names.get(i))
                                .append('"')
                                .append(space)
                                .append(':')
                                .append(names.get(i).startsWith("ev") ? events.get(i) : numbers.get(i))
                                .append(space);
                    }
                    return frame.append("}").toString();
                });
    }

    private static Arbitrary<String> space() {
        return Arbitraries.of("", " ", "\n\t", "\r\n ");
    }

    private static Arbitrary<String> names(List<String> likely) {
        return Arbitraries.oneOf(Arbitraries.of(likely), texts());
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(
                "",
                "a",
                "executionReport",
                "x\\\"y",
                "\\\\",
                "\\n",
                "\\u00e9",
                "\\ud83d\\ude00",
                "ü測試",
                "{",
                "]",
                ",",
                "a:b");
    }

    private static Arbitrary<String> values(int depth) {
        Arbitrary<String> plain = Arbitraries.oneOf(
                texts().map(text -> '"' + text + '"'),
                Arbitraries.of("0", "-1", "1.50", "1e-7", "true", "false", "null", "1700000000150"));
        if (depth == 0) {
            return plain;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> values(depth - 1));
        return Arbitraries.oneOf(
                plain,
                object(texts(), inner),
                inner.list().ofMaxSize(3).map(all -> all.stream().collect(Collectors.joining(" ,", "[ ", "]"))));
    }

    private static Arbitrary<String> object(Arbitrary<String> names, Arbitrary<String> values) {
        return net.jqwik.api.Combinators.combine(names, values, space())
                .as((name, value, space) -> '"' + name + '"' + space + ":" + space + value)
                .list()
                .ofMaxSize(4)
                .map(fields -> fields.stream().collect(Collectors.joining(",", "{", "}")));
    }

    private static FrameContent scan(String frame) {
        return FrameScanner.scan(frame.getBytes(UTF_8));
    }
}
