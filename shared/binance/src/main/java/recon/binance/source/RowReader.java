package recon.binance.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.binance.request.Reply;
import recon.ledger.RawRef;
import recon.ledger.row.Observation;

/** Reads the rows of one source, a whole page or nothing. */
public final class RowReader {
    private final ObjectMapper json;
    private final String source;

    /**
     * A reader for one source.
     *
     * @param json as {@code ExchangeJson} makes it
     * @param source the source's name, for messages
     */
    public RowReader(ObjectMapper json, String source) {
        this.json = requireNonNull(json, "json is null");
        this.source = requireNonNull(source, "source is null");
    }

    /** A body that is an array of rows. */
    public <T> List<T> rows(Reply reply, Class<T> row) {
        JavaType list = json.getTypeFactory().constructCollectionType(List.class, row);
        List<T> rows = read(() -> json.readValue(reply.body(), list));
        if (rows.stream().anyMatch(Objects::isNull)) {
            throw new MalformedReply(source, "a row is null");
        }
        return rows;
    }

    /** A body that is an array of rows, or one row alone. */
    public <T> List<T> rowsOrOne(Reply reply, Class<T> row) {
        boolean one =
                new String(reply.body(), StandardCharsets.UTF_8).stripLeading().startsWith("{");
        return one ? List.of(object(reply, row)) : rows(reply, row);
    }

    /** A body that is one object. */
    public <T> T object(Reply reply, Class<T> type) {
        return read(() -> json.readValue(reply.body(), type));
    }

    /** A body that is one object, its fields under their own names and in their own order. */
    public Map<String, Object> map(Reply reply) {
        return read(() -> json.readValue(reply.body(), new TypeReference<LinkedHashMap<String, Object>>() {}));
    }

    /**
     * What a row says.
     *
     * @param <T> the record it is read into
     */
    @FunctionalInterface
    public interface Meaning<T> {
        /** What it means for the books: nothing, one thing or several. */
        Stream<? extends Observation> of(T row, Fields fields, RawRef raw);
    }

    /**
     * What the rows of a list say, one after the other.
     *
     * @param name of the list in the reply
     * @throws MalformedReply if the list or one of its rows is missing
     */
    public <T> List<Observation> each(
            @Nullable List<? extends @Nullable T> rows, String name, String archiveKey, Meaning<T> meaning) {
        List<? extends @Nullable T> all = fields(0).need(rows, name);
        return IntStream.range(0, all.size())
                .boxed()
                .<Observation>flatMap(i -> {
                    Fields fields = fields(i);
                    return meaning.of(fields.need(all.get(i), "content"), fields, new RawRef(archiveKey, i));
                })
                .toList();
    }

    /** The reader of the fields of one row, by its zero-based position. */
    public Fields fields(int row) {
        return new Fields(source, row);
    }

    @FunctionalInterface
    private interface Parse<T> {
        @Nullable
        T value() throws IOException;
    }

    /** The parser's own words could hold an amount, so that only the place is named. */
    private <T> T read(Parse<T> parse) {
        @Nullable T value;
        try {
            value = parse.value();
        } catch (JsonMappingException e) {
            throw new MalformedReply(source, "cannot be read at " + e.getPathReference());
        } catch (IOException e) {
            throw new MalformedReply(source, "is not JSON");
        }
        if (value == null) {
            throw new MalformedReply(source, "null instead of rows");
        }
        return value;
    }
}
