package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** The pages of margin's lists: numbered from 1, of ten rows unless more are asked for, the newest row first. */
final class Descending {
    private static final int DEFAULT_SIZE = 10;
    private static final int LARGEST_SIZE = 100;

    private Descending() {}

    /** Writes one row, in an object that is open. */
    interface Writer<T> {
        void write(T row, JsonGenerator json) throws IOException;
    }

    /** Writes the page that was asked for. */
    static <T> void write(Asked asked, List<T> newestFirst, JsonGenerator json, Writer<T> writer)
            throws IOException, Refusal {
        int current = asked.parameters().within("current", 1, Integer.MAX_VALUE, 1);
        int size = asked.parameters().within("size", 1, LARGEST_SIZE, DEFAULT_SIZE);
        json.writeStartObject();
        json.writeArrayFieldStart("rows");
        for (T row : Pages.page(newestFirst, current, size)) {
            json.writeStartObject();
            writer.write(row, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("total", newestFirst.size());
        json.writeEndObject();
    }
}
