package recon.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import recon.simulator.SimulatedAccount;
import recon.simulator.Truth;
import recon.simulator.truth.PositionsCsv;

/**
 * The exchange's own knowledge: {@code truth/balances.csv}, what every account held at the end of every day, and {@code
 * truth/positions.csv}, the life of every position in contracts.
 */
final class TruthFile {
    /** Nobody collects it; the overview of the wallets names it when it holds money. */
    private static final String EARN = "EARN";

    private static final String CANNOT_WRITE = "cannot write ";

    private TruthFile() {}

    static void write(Path file, Truth truth, List<SimulatedAccount> accounts, LocalDate first, LocalDate last) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                    CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
                csv.printRecord("date", "email", "wallet", "asset", "balance");
                for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                    for (SimulatedAccount account : sorted(accounts)) {
                        for (String wallet : wallets(truth, account, day)) {
                            day(csv, truth, account, wallet, day);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(CANNOT_WRITE + file, e);
        }
    }

    /** What every position had come to at the end of the last day. */
    static void positions(Path file, Truth truth, List<SimulatedAccount> accounts, LocalDate last) {
        Instant end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, PositionsCsv.of(truth, accounts, end));
        } catch (IOException e) {
            throw new UncheckedIOException(CANNOT_WRITE + file, e);
        }
    }

    /** Every asset held at the end of the day, and every one that moved and ended at zero. */
    private static void day(CSVPrinter csv, Truth truth, SimulatedAccount account, String wallet, LocalDate day)
            throws IOException {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Set<String> assets =
                new TreeSet<>(truth.balances(account.uid(), wallet, end).keySet());
        assets.addAll(truth.movedAssets(account.uid(), wallet, begin, end));
        for (String asset : assets) {
            String balance = truth.balance(account.uid(), wallet, asset, end)
                    .stripTrailingZeros()
                    .toPlainString();
            csv.printRecord(day, account.email(), wallet, asset, balance);
        }
    }

    private static Set<String> wallets(Truth truth, SimulatedAccount account, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Set<String> wallets = new TreeSet<>(truth.wallets(account.uid(), end));
        wallets.remove(EARN);
        return wallets;
    }

    private static List<SimulatedAccount> sorted(List<SimulatedAccount> accounts) {
        return accounts.stream()
                .sorted(Comparator.comparing(SimulatedAccount::email))
                .toList();
    }
}
