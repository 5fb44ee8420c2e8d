package recon.local.positions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import recon.intake.position.PositionList;
import recon.intake.position.PositionRowReader;
import recon.intake.position.TooManyRows;
import recon.intake.position.Unread;
import recon.ledger.position.row.CommissionSign;

/**
 * Reads files of the shape {@code {"userTrades":[…],"allOrders":[…],"income":[…]}} row by row. What else the exchange says
 * of an account or a market is read under the names of its endpoints; other parts are passed over and counted.
 */
final class DumpReader {
    /** More would not fit into the memory of the command. */
    static final int MOST_ROWS = 2_000_000;

    private final ObjectMapper json;
    private final Dump dump;
    private final PositionRowReader rows;

    /**
     * A reader into one dump.
     *
     * @param json as {@code ExchangeJson} makes it
     * @param account whose rows they are: rows do not say it
     * @param sign how the exchange signs the fee of a fill
     * @param mostRows how many may be kept
     */
    DumpReader(ObjectMapper json, String account, CommissionSign sign, Dump dump, int mostRows) {
        this.json = json;
        this.dump = dump;
        this.rows = new PositionRowReader(json, account, sign, dump.answers(), mostRows);
    }

    /**
     * Reads one file. What cannot be read is noted, and the rest is kept.
     *
     * @throws IllegalArgumentException if there is more than can be held
     */
    void read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (JsonParser parser = json.createParser(Files.newInputStream(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !object(parser, name)) {
                unread(
                        "unknown_file",
                        name,
                        "is no object with userTrades, allOrders or income: give the answers under these names");
            } else if (parser.nextToken() != null) {
                unread(
                        "broken_file",
                        name + " line " + parser.currentLocation().getLineNr(),
                        "goes on after its object: what stands before that is used");
            }
        } catch (TooManyRows e) {
            throw new IllegalArgumentException(
                    "the files have " + e.getMessage() + ": give those of fewer contracts at a time, each whole", e);
        } catch (JsonProcessingException e) {
            unread(
                    "broken_file",
                    name + " line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
                    "is not JSON from here on: what stands before it is used");
        } catch (IOException e) {
            unread("broken_file", name, "cannot be read to its end: what was read is used");
        }
    }

    private boolean object(JsonParser parser, String file) throws IOException {
        boolean known = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Optional<PositionList> list = PositionList.ofEndpoint(name);
            if (list.isEmpty()) {
                dump.skipped(name);
                parser.skipChildren();
                continue;
            }
            known = true;
            if (PositionRowReader.begins(list.get(), parser)) {
                rows.read(list.get(), parser, file + " " + name);
            } else {
                unread("unknown_list", file + " " + name, "is no array of rows");
                parser.skipChildren();
            }
        }
        return known;
    }

    private void unread(String finding, String reference, String evidence) {
        dump.answers().unread(new Unread(finding, reference, evidence));
    }
}
