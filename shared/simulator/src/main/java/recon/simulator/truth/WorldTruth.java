package recon.simulator.truth;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import recon.simulator.Sabotage;
import recon.simulator.Truth;
import recon.simulator.event.AccountEvent;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Prevention;
import recon.simulator.futures.ContractFill;
import recon.simulator.futures.IncomeRow;
import recon.simulator.futures.PositionTruth;
import recon.simulator.world.Book;
import recon.simulator.world.History;
import recon.simulator.world.Purse;
import recon.simulator.world.Timeline;
import recon.simulator.world.TransferRow;
import recon.simulator.world.Wallet;
import recon.simulator.world.World;

/** Reads the truth from the world, one question at a time. */
public final class WorldTruth implements Truth {
    private final World world;

    /** The truth of one world; its monitor is held for each question. */
    public WorldTruth(World world) {
        this.world = world;
    }

    @Override
    public BigDecimal balance(String uid, String wallet, String asset, Instant at) {
        synchronized (world) {
            return book(uid, wallet, at)
                    .map(book -> book.stampedBefore(asset, at.toEpochMilli()))
                    .orElse(BigDecimal.ZERO);
        }
    }

    @Override
    public SortedMap<String, BigDecimal> balances(String uid, String wallet, Instant at) {
        synchronized (world) {
            return nonZero(book(uid, wallet, at), at);
        }
    }

    @Override
    public Set<String> wallets(String uid, Instant at) {
        synchronized (world) {
            Set<String> wallets = new TreeSet<>(List.of(Wallet.SPOT));
            wallets.addAll(world.pursesUntil(uid, at.toEpochMilli()).keySet());
            wallets.removeIf(wallet -> book(uid, wallet, at)
                    .filter(book -> !book.moved(0, at.toEpochMilli()).isEmpty())
                    .isEmpty());
            return wallets;
        }
    }

    @Override
    public SortedMap<String, BigDecimal> borrowed(String uid, String wallet, Instant at) {
        synchronized (world) {
            return nonZero(purse(uid, wallet, at).map(Purse::borrowed), at);
        }
    }

    @Override
    public SortedMap<String, BigDecimal> interest(String uid, String wallet, Instant at) {
        synchronized (world) {
            return nonZero(purse(uid, wallet, at).map(Purse::interest), at);
        }
    }

    @Override
    public Set<String> movedAssets(String uid, String wallet, Instant from, Instant to) {
        synchronized (world) {
            return book(uid, wallet, to)
                    .<Set<String>>map(book -> book.moved(from.toEpochMilli(), to.toEpochMilli()))
                    .orElseGet(TreeSet::new);
        }
    }

    @Override
    public int rows(String source, String uid, Instant from, Instant to) {
        synchronized (world) {
            History history = world.historyUntil(to.toEpochMilli());
            return switch (source) {
                case "trades" ->
                    history.trades(uid).values().stream()
                            .mapToInt(rows -> count(rows, from, to))
                            .sum();
                case "deposits" -> count(history.deposits(uid), from, to);
                case "withdrawals" -> count(history.withdrawals(uid), from, to);
                case "transfers" -> count(history.transfers(uid), from, to);
                case "sub-transfers" ->
                    main(uid) ? 0 : count(history.ownViews().of(uid), from, to, TransferRow::success);
                case "margin-transfers" ->
                    world.pursesUntil(uid, to.toEpochMilli()).keySet().stream()
                            .filter(wallet -> wallet.equals(Wallet.MARGIN)
                                    || Wallet.pair(wallet).isPresent())
                            .mapToInt(wallet -> count(
                                    history.ownTransfers().of(uid),
                                    from,
                                    to,
                                    row -> row.success() && row.route().touches(wallet)))
                            .sum();
                case "legacy-transfers" -> count(history.legacyTransfers().of(uid), from, to);
                case "income" -> count(history.income().of(uid), from, to);
                case "margin-loans" -> count(history.loans().of(uid), from, to);
                case "margin-interest" -> count(history.interest().of(uid), from, to);
                case "margin-trades" -> count(history.marginTrades().of(uid), from, to);
                case "capital-flow" -> count(history.flows().of(uid), from, to);
                case "liquidations" -> count(history.liquidations().of(uid), from, to);
                case "allocations" -> count(history.allocations().of(uid), from, to);
                case "stp-transfers" ->
                    Math.toIntExact(reports(uid, from, to).stream()
                            .filter(report -> report.prevention().isPresent())
                            .filter(report ->
                                    report.placement().preventionMode().equals(Prevention.TRANSFER))
                            .count());
                case "own-transfers" -> count(history.ownTransfers().of(uid), from, to);
                case "convert" -> count(history.conversions().of(uid), from, to);
                case "dust" -> count(history.dust().of(uid), from, to);
                case "futures-trades" -> count(history.contracts().fills().of(uid), from, to);
                case "futures-orders" -> count(history.contracts().orders().of(uid), from, to);
                case "algo-orders" -> count(history.contracts().algos().of(uid), from, to);
                case "force-orders" -> count(history.contracts().forced().of(uid), from, to);
                case "dividends" -> count(history.dividends().of(uid), from, to);
                default -> throw new IllegalArgumentException("no such source: " + source);
            };
        }
    }

    @Override
    public Set<String> tradedSymbols(String uid, Instant until) {
        synchronized (world) {
            Set<String> symbols = new TreeSet<>();
            world.historyUntil(until.toEpochMilli()).trades(uid).forEach((symbol, rows) -> {
                if (count(rows, Instant.EPOCH, until) > 0) {
                    symbols.add(symbol);
                }
            });
            return symbols;
        }
    }

    @Override
    public List<AccountEvent> events(String uid, Instant from, Instant to) {
        synchronized (world) {
            return List.copyOf(world.historyUntil(to.toEpochMilli())
                    .events(uid)
                    .between(from.toEpochMilli(), to.toEpochMilli() - 1));
        }
    }

    @Override
    public List<ExecutionReport> reports(String uid, Instant from, Instant to) {
        return events(uid, from, to).stream()
                .filter(ExecutionReport.class::isInstance)
                .map(ExecutionReport.class::cast)
                .toList();
    }

    @Override
    public List<ExecutionReport> orders(String uid, Instant at) {
        synchronized (world) {
            return world.historyUntil(at.toEpochMilli()).orders(uid).values().stream()
                    .flatMap(orders -> orders.all().stream())
                    .flatMap(docket -> docket.at(at.toEpochMilli()).stream())
                    .sorted(Comparator.comparingLong(order -> order.placement().created()))
                    .toList();
        }
    }

    @Override
    public List<PositionTruth> positions(String uid, Instant at) {
        synchronized (world) {
            return world.historyUntil(at.toEpochMilli()).contracts().stories(uid).stream()
                    .flatMap(story -> story.told(at.toEpochMilli()).stream())
                    .toList();
        }
    }

    @Override
    public List<IncomeRow> income(String uid, Instant from, Instant to) {
        synchronized (world) {
            return List.copyOf(world.historyUntil(to.toEpochMilli())
                    .income()
                    .of(uid)
                    .between(from.toEpochMilli(), to.toEpochMilli() - 1));
        }
    }

    @Override
    public List<ContractFill> contractFills(String uid, Instant from, Instant to) {
        synchronized (world) {
            return List.copyOf(world.historyUntil(to.toEpochMilli())
                    .contracts()
                    .fills()
                    .of(uid)
                    .between(from.toEpochMilli(), to.toEpochMilli() - 1));
        }
    }

    @Override
    public List<Sabotage> sabotages() {
        return world.sabotage().stream().toList();
    }

    private Optional<Book> book(String uid, String wallet, Instant at) {
        return wallet.equals(Wallet.SPOT)
                ? world.bookUntil(uid, at.toEpochMilli())
                : purse(uid, wallet, at).map(Purse::balance);
    }

    private Optional<Purse> purse(String uid, String wallet, Instant at) {
        return Optional.ofNullable(world.pursesUntil(uid, at.toEpochMilli()).get(wallet));
    }

    private static SortedMap<String, BigDecimal> nonZero(Optional<Book> book, Instant at) {
        SortedMap<String, BigDecimal> balances = new TreeMap<>();
        book.ifPresent(known -> known.assets().forEach(asset -> {
            BigDecimal balance = known.stampedBefore(asset, at.toEpochMilli());
            if (balance.signum() != 0) {
                balances.put(asset, balance);
            }
        }));
        return balances;
    }

    private boolean main(String uid) {
        return world.accounts().stream()
                .anyMatch(account -> account.main() && account.uid().equals(uid));
    }

    private static int count(Timeline<?> rows, Instant from, Instant to) {
        return count(rows, from, to, row -> true);
    }

    private static <T> int count(Timeline<T> rows, Instant from, Instant to, Predicate<T> counts) {
        return Math.toIntExact(rows.between(from.toEpochMilli(), to.toEpochMilli() - 1).stream()
                .filter(counts)
                .count());
    }
}
