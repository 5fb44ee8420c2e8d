package recon.aggregate.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import recon.binance.json.ExchangeJson;
import recon.intake.position.Folding;
import recon.intake.position.PositionAnswers;
import recon.intake.position.PositionRowReader;
import recon.ledger.position.Acts;
import recon.ledger.position.Journal;
import recon.ledger.position.Journal.Folded;
import recon.ledger.position.TruthfulExchange;
import recon.ledger.position.TruthfulExchange.Act;
import recon.ledger.position.row.CommissionSign;
import recon.storage.event.FuturesRequest;

/**
 * Full, incremental and read again: the same trades, open positions and remainder, however the exchange's rows are cut into
 * answers, in whichever order these come, and whatever was folded before the last of them was there.
 */
class SyncPropertyTest {
    private static final ObjectMapper JSON = ExchangeJson.mapper();
    private static final int MANY = 1_000;
    /** The last two columns: when it was synced, and which times were asked for, which nobody does where there are no rows. */
    private static final Pattern SYNC = Pattern.compile(",[^,\r\n]*,[^,\r\n]*\r\n");

    @Provide
    Arbitrary<List<Act>> acts() {
        return Acts.most(40);
    }

    @Property(tries = 150)
    void positionsAreTheTruth_whateverTheAnswersAreCutInto(
            @ForAll @From("acts") List<Act> acts, @ForAll boolean hedge, @ForAll boolean net, @ForAll long seed) {
        TruthfulExchange exchange = new TruthfulExchange(hedge, net, acts);
        Random random = new Random(seed);

        PositionAnswers whole = new PositionAnswers();
        Answers.whole(exchange).forEach(answer -> read(answer, whole));
        PositionAnswers cut = new PositionAnswers();
        Answers.pages(exchange, random).forEach(answer -> {
            read(answer, cut);
            if (random.nextInt(10) == 0) {
                folded(cut);
            }
        });
        Answers.window(exchange, random).forEach(answer -> read(answer, cut));

        Folded folded = folded(cut);
        assertThat(folded).isEqualTo(folded(whole));
        exchange.assertTold(folded);
        assertThat(folded.conservation().holds()).isTrue();
    }

    private static void read(Answers.Answer answer, PositionAnswers into) {
        try (JsonParser parser = JSON.createParser(answer.body())) {
            parser.nextToken();
            new PositionRowReader(JSON, Journal.ACCOUNT, CommissionSign.PAID_IS_POSITIVE, into, MANY)
                    .read(answer.list(), parser, "answer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(into.unread()).isEmpty();
    }

    private static Folded folded(PositionAnswers answers) {
        return Journal.told(new Folding(answers, Journal.ACCOUNT)::into);
    }

    /** The same over the archive and the store of entries, where what was made before has to be mended. */
    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void entriesAreTheSame_fullIncrementalAndReadAgain(
            @ForAll @From("acts") List<Act> acts, @ForAll boolean hedge, @ForAll long seed) {
        TruthfulExchange exchange = new TruthfulExchange(hedge, true, acts);
        Random random = new Random(seed);
        Scene full = new Scene();
        Answers.whole(exchange).forEach(full::answer);
        full.collected(FuturesRequest.FULL + "1");

        Scene cut = new Scene();
        List<Answers.Answer> pages = Answers.pages(exchange, random);
        int first = random.nextInt(pages.size() + 1);
        pages.subList(0, first).forEach(cut::answer);
        cut.collected();
        pages.subList(first, pages.size()).forEach(cut::answer);
        cut.collected();
        Map<String, String> incremental = state(cut);
        Answers.window(exchange, random).forEach(cut::answer);
        cut.collected(FuturesRequest.WINDOW + "1");

        assertThat(incremental).isEqualTo(state(full));
        assertThat(state(cut)).as("read again").isEqualTo(incremental);
        assertThat(cut.stored())
                .extracting(entry -> entry.entry().facts().binanceTradeId())
                .containsExactlyInAnyOrderElementsOf(exchange.closed.stream()
                        .map(held -> Journal.ACCOUNT + "_" + Journal.SYMBOL + "_" + held.id())
                        .toList());
        cut.collected(FuturesRequest.FULL + "2");
        assertThat(state(cut)).as("and from the beginning").isEqualTo(incremental);
    }

    /** What is kept and what is written, without the moments at which that was done. */
    private static Map<String, String> state(Scene scene) {
        Map<String, String> state = List.of(
                        "open-positions.csv", "income-remainder.csv", "positions-rejected.csv", "position-findings.csv")
                .stream()
                .collect(Collectors.toMap(Function.identity(), scene::file));
        state.put("quality", SYNC.matcher(scene.file("position-quality.csv")).replaceAll("\n"));
        state.put(
                "entries",
                scene.stored().stream()
                        .map(entry -> entry.entry().facts() + " " + entry.warnings() + " "
                                + entry.entry().system().needsResync())
                        .sorted()
                        .collect(Collectors.joining("\n")));
        return state;
    }
}
