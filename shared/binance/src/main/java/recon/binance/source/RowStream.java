package recon.binance.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/**
 * Reads the rows of an array one by one, for files that are too long to be held. A row that cannot be read is refused, and
 * the next one can be read.
 */
public final class RowStream<T> {
    private final ObjectReader reader;
    private final Class<T> type;
    private final String source;

    /**
     * A reader for one kind of row.
     *
     * @param json as {@code ExchangeJson} makes it
     * @param type the record that a row is read into
     * @param source the source's name, for messages
     */
    public RowStream(ObjectMapper json, Class<T> type, String source) {
        this.reader = json.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.type = requireNonNull(type, "type is null");
        this.source = requireNonNull(source, "source is null");
    }

    /**
     * The row that the parser has just come to; afterwards it stands at the end of that row.
     *
     * @param row its zero-based position, for messages
     * @throws MalformedReply if it is no such row
     * @throws IOException if the file ends or is no JSON
     */
    public T read(JsonParser parser, int row) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            throw new MalformedReply(source, "row " + row + " is no object");
        }
        int depth = parser.getParsingContext().getNestingDepth();
        try {
            return type.cast(reader.readValue(parser));
        } catch (JsonMappingException e) {
            leave(parser, depth);
            throw new MalformedReply(source, "row " + row + " cannot be read at " + e.getPathReference());
        }
    }

    /** What is wrong may be deep in the row; a row alone may be all there is. */
    private static void leave(JsonParser parser, int depth) throws IOException {
        while (parser.getParsingContext().getNestingDepth() >= depth && parser.nextToken() != null) {
            // goes on to the end of the row
        }
    }
}
