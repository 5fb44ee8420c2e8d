package recon.binance.error;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * A body looked at from outside: what it is, and the code and message it carries if it is an error.
 *
 * @param shape what kind of text it is
 * @param code the top-level {@code code}
 * @param message the top-level {@code msg}, the empty text if there is none
 */
record Envelope(Shape shape, OptionalInt code, String message) {
    static final Envelope NOTHING = new Envelope(Shape.EMPTY, OptionalInt.empty(), "");

    enum Shape {
        EMPTY,
        HTML,
        /** It begins as JSON and stops in the middle. */
        CUT,
        MALFORMED,
        JSON
    }

    static Envelope read(byte[] body, ObjectMapper json) {
        int first = 0;
        while (first < body.length && Character.isWhitespace(body[first])) {
            first++;
        }
        if (first == body.length) {
            return NOTHING;
        }
        if (body[first] == '<') {
            return bare(Shape.HTML);
        }
        try (JsonParser parser = json.createParser(body)) {
            return scan(parser);
        } catch (JsonEOFException e) {
            return bare(Shape.CUT);
        } catch (JsonProcessingException e) {
            return bare(Unclosed.is(body) ? Shape.CUT : Shape.MALFORMED);
        } catch (IOException e) {
            return bare(Shape.MALFORMED);
        }
    }

    /** Reads every token, so that the text is known to be whole. */
    private static Envelope scan(JsonParser parser) throws IOException {
        OptionalInt code = OptionalInt.empty();
        String message = "";
        int depth = 0;
        int values = 0;
        boolean object = parser.nextToken() == JsonToken.START_OBJECT;
        for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
            if (token.isStructEnd()) {
                depth--;
            } else if (token.isStructStart()) {
                values += depth == 0 ? 1 : 0;
                depth++;
            } else if (token.isScalarValue() && depth == 0) {
                values++;
            } else if (token.isScalarValue() && depth == 1 && object) {
                String name = String.valueOf(parser.currentName());
                if (name.equals("code")) {
                    code = number(parser.getText());
                } else if (name.equals("msg")) {
                    message = parser.getText();
                }
            }
        }
        return new Envelope(values == 1 ? Shape.JSON : Shape.MALFORMED, code, message);
    }

    private static OptionalInt number(String text) {
        return text.matches("-?\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static Envelope bare(Shape shape) {
        return new Envelope(shape, OptionalInt.empty(), "");
    }
}
