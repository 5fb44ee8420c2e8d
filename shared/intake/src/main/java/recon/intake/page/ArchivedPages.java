package recon.intake.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.SymbolTable;
import recon.ledger.row.Observation;
import recon.ledger.setting.LedgerSettings;
import recon.storage.StorageException;
import recon.storage.archive.Asked;
import recon.storage.archive.RawResponse;

/** Reads archived answers as they were read when they came. */
public final class ArchivedPages {
    private final PageReader reader;
    private final LedgerSettings settings;
    private final Counting counting;

    /** @param settings how the exchange behaves where its documentation is silent */
    public ArchivedPages(PageReader reader, LedgerSettings settings) {
        this.reader = requireNonNull(reader, "reader is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.counting = new Counting(settings.effectDelay());
    }

    /** What an archived answer means. */
    public sealed interface Meaning {
        /**
         * It counts.
         *
         * @param observations what it means for the books
         */
        record Counts(List<Observation> observations) implements Meaning {
            public Counts {
                observations = List.copyOf(observations);
            }
        }

        /** It was asked for once more, and the later answer counts. */
        record AskedAgain() implements Meaning {}

        /**
         * It was refused, or nobody can use it.
         *
         * @param reason for people, without amounts
         */
        record Refused(String reason) implements Meaning {
            public Refused {
                requireNonNull(reason, "reason is null");
            }
        }
    }

    /**
     * What an archived answer means for the books.
     *
     * @param source the one that asked
     * @param key its archive key
     * @param symbols every symbol ever listed
     * @param contracts every futures contract ever listed, by name
     * @throws StorageException.Malformed if the line does not say how it was asked for
     */
    public Meaning read(
            Source source, String key, RawResponse response, SymbolTable symbols, Supplier<List<String>> contracts) {
        Asked asked = response.asked()
                .orElseThrow(() -> new StorageException.Malformed(
                        "archived response " + key, "it does not say how it was asked for"));
        Scope scope = Archiving.scope(response, asked, settings, symbols, contracts);
        Cursor cursor = new Cursor(asked.cursor());
        return switch (reader.read(source, Archiving.reply(source, response, asked, scope), key, cursor, scope)) {
            case Understanding.Refused(var error) -> new Meaning.Refused(error.errorClass() + ": " + error.message());
            case Understanding.Understood(Page page) ->
                switch (counting.of(page, cursor, asked.attributes())) {
                    case COUNTS, COUNTS_AS_IT_IS -> new Meaning.Counts(page.observations());
                    case CAPTURE_AGAIN, WAIT -> new Meaning.AskedAgain();
                };
        };
    }
}
