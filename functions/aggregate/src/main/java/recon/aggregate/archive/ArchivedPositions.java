package recon.aggregate.archive;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.symbol.Contract;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.registry.Registry;

/** Reads what the archive holds of the positions of an account. It asks nobody else. */
public final class ArchivedPositions {
    private final Archive archive;
    private final ArchiveIndex index;
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
    public ArchivedPositions(
            Archive archive, ArchiveIndex index, Registry registry, ObjectMapper json, CommissionSign sign, Most most) {
        this.archive = requireNonNull(archive, "archive is null");
        this.index = requireNonNull(index, "index is null");
        this.registry = requireNonNull(registry, "registry is null");
        this.json = requireNonNull(json, "json is null");
        this.sign = requireNonNull(sign, "sign is null");
        this.most = requireNonNull(most, "most is null");
    }

    /**
     * Everything of an account.
     *
     * @param until what came later is not looked at, by the exchange's clock
     * @throws recon.intake.position.TooManyRows if there is more than can be held
     * @throws TooManyAnswers if there is more than can be read
     */
    public Gathered read(String account, Instant until) {
        List<Contract> listed = registry.contracts();
        Map<String, Contract> contracts =
                listed.stream().collect(Collectors.toMap(Contract::name, Function.identity(), (_, later) -> later));
        return new Gathering(archive, index, json, account, sign, most, until).of(contracts);
    }
}
