package recon.stream.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a log may say of an event that is not queued: times and ids, never amounts. */
public final class EventIds {
    private static final List<String> ALL = List.of("E", "T", "u", "s", "g", "a");
    private static final int LONGEST = 40;
    /** Under the same letter one type has an id and another an amount. */
    private static final Map<String, Set<String>> BY_TYPE = Map.of(
            "outboundAccountPosition", Set.of("E", "u"),
            "balanceUpdate", Set.of("E", "T", "a"),
            "externalLockUpdate", Set.of("E", "T", "a"),
            "listStatus", Set.of("E", "T", "s", "g"));

    private EventIds() {}

    /** For instance {@code E=1700000000150 g=12 s=ABCUSDT}; of a type nobody knows its time alone. */
    public static String of(String type, byte[] frame, int from, int to) {
        Set<String> wanted = BY_TYPE.getOrDefault(type, Set.of("E"));
        StringBuilder ids = new StringBuilder();
        try {
            JsonCursor cursor = new JsonCursor(frame, from, to);
            for (boolean more = cursor.enterObject(); more; more = cursor.nextField()) {
                cursor.name();
                String name = known(cursor, wanted);
                cursor.peek();
                int start = cursor.at();
                cursor.skip();
                if (!name.isEmpty() && cursor.at() - start <= LONGEST && frame[start] != '{' && frame[start] != '[') {
                    ids.append(ids.isEmpty() ? "" : " ")
                            .append(name)
                            .append('=')
                            .append(new String(frame, start, cursor.at() - start, UTF_8).replace("\"", ""));
                }
            }
        } catch (NotJson e) {
            return ids.toString();
        }
        return ids.toString();
    }

    private static String known(JsonCursor cursor, Set<String> wanted) {
        for (String name : ALL) {
            if (wanted.contains(name) && cursor.stringIs(name.getBytes(US_ASCII))) {
                return name;
            }
        }
        return "";
    }
}
