package recon.storage.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.storage.StorageException;

/**
 * Asks {@code collect}, in its queue, to read futures again from the exchange. Asking twice is asking once: the run has
 * the id that is given here.
 *
 * @param runId of the collection that follows; begins with {@link #FULL} or {@link #WINDOW}
 * @param accounts the uids of the accounts; empty for all
 * @param symbols the contracts; empty for all
 * @param from the first UTC day of the rows; empty for as far back as the exchange goes
 * @param to the last UTC day of the rows, included; empty for today. Fills and orders are read up to now in any case
 */
public record FuturesRequest(
        String runId, List<String> accounts, List<String> symbols, Optional<LocalDate> from, Optional<LocalDate> to) {
    /** With this begin the ids of collections after which entries are built anew. */
    public static final String FULL = "futures-full-";
    /** With this begin the ids of collections of a window that is in doubt. */
    public static final String WINDOW = "futures-resync-";

    /** The {@code action} of the message. */
    public static final String ACTION = "futures";

    private static final ObjectMapper JSON = new ObjectMapper();

    public FuturesRequest {
        requireNonNull(runId, "runId is null");
        if (!runId.startsWith(FULL) && !runId.startsWith(WINDOW)) {
            throw new IllegalArgumentException("no run of futures: " + runId);
        }
        accounts = List.copyOf(accounts);
        symbols = List.copyOf(symbols);
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    /** The message. */
    public String body() {
        ObjectNode message = JSON.createObjectNode().put("action", ACTION).put("runId", runId);
        ArrayNode ofAccounts = message.putArray("accounts");
        accounts.forEach(ofAccounts::add);
        ArrayNode ofSymbols = message.putArray("symbols");
        symbols.forEach(ofSymbols::add);
        from.ifPresent(day -> message.put("from", day.toString()));
        to.ifPresent(day -> message.put("to", day.toString()));
        return message.toString();
    }

    /** Whether a message of that queue is such a request; all others are tasks. */
    public static boolean is(String body) {
        try {
            return JSON.readTree(body).path("action").asText().equals(ACTION);
        } catch (JsonProcessingException e) {
            // Whoever takes it for a task says what is wrong with it.
            return false;
        }
    }

    /** What a message asks for. */
    public static FuturesRequest of(String body) {
        try {
            JsonNode message = JSON.readTree(body);
            return new FuturesRequest(
                    message.required("runId").textValue(),
                    texts(message, "accounts"),
                    texts(message, "symbols"),
                    day(message, "from"),
                    day(message, "to"));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new StorageException.Malformed("request for futures", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<LocalDate> day(JsonNode message, String name) {
        return Optional.ofNullable(message.get(name)).map(day -> LocalDate.parse(day.textValue()));
    }

    private static List<String> texts(JsonNode message, String name) {
        List<String> texts = new ArrayList<>();
        message.required(name).forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
