package recon.aggregate.archive;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.intake.position.PositionAnswers;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.symbol.Contract;
import recon.storage.registry.Registry;

/** Reads what the archive holds of the positions of an account. It asks nobody else. */
public final class ArchivedPositions {
    private final Stock stock;
    private final Registry registry;
    private final ObjectMapper json;
    private final CommissionSign sign;
    private final Most most;

    /**
     * How much may be read in one go; more is an error that names the limit.
     *
     * @param rows that are kept
     * @param objects of the archive
     */
    public record Most(int rows, int objects) {
        /** What memory and time of a function allow. */
        public static final Most USUAL = new Most(1_000_000, 100_000);
    }

    /**
     * @param registry knows every contract that was ever listed
     * @param json as {@code ExchangeJson} makes it
     * @param sign how the exchange signs the fee of a fill
     */
    public ArchivedPositions(Stock stock, Registry registry, ObjectMapper json, CommissionSign sign, Most most) {
        this.stock = requireNonNull(stock, "stock is null");
        this.registry = requireNonNull(registry, "registry is null");
        this.json = requireNonNull(json, "json is null");
        this.sign = requireNonNull(sign, "sign is null");
        this.most = requireNonNull(most, "most is null");
    }

    /**
     * Everything of an account.
     *
     * @param until what came later is not looked at, by the exchange's clock
     * @param fromRaw whether every answer is read where it was archived, and its copies in packs are made anew
     * @throws recon.intake.position.TooManyRows if there is more than can be held
     * @throws TooManyAnswers if there is more than can be read
     */
    public Gathered read(String account, Instant until, boolean fromRaw) {
        List<Contract> listed = registry.contracts();
        Map<String, Contract> contracts =
                listed.stream().collect(Collectors.toMap(Contract::name, Function.identity(), (_, later) -> later));
        PositionAnswers answers = new PositionAnswers();
        AnswerWalk walk = new AnswerWalk(stock, answers, most.objects(), until, fromRaw);
        return new Gathering(walk, answers, json, account, sign, most).of(contracts);
    }
}
