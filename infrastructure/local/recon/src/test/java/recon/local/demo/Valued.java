package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recon.local.machine.Machine;
import recon.simulator.Simulator;
import recon.simulator.futures.IncomeRow;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.RawResponse;

/** What income in futures is valued with is in the archive: the rate of each funding, the price of each fee in another asset. */
final class Valued {
    private static final long EVERY = Duration.ofHours(8).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final String NOBODY = "exchange";

    private Valued() {}

    static void check(Simulator exchange, Machine machine, Instant from, Instant to) {
        List<IncomeRow> income = exchange.accounts().stream()
                .flatMap(account -> exchange.truth().income(account.uid(), from, to).stream())
                .toList();
        Set<String> funded = income.stream()
                .filter(row -> row.type().equals("FUNDING_FEE"))
                .map(row -> row.symbol() + " " + row.time() / EVERY * EVERY)
                .collect(Collectors.toSet());
        Set<String> foreign = income.stream()
                .filter(row -> row.type().equals("COMMISSION") && !row.asset().equals("USDT"))
                .map(row -> row.asset() + "USDT " + row.time() / MINUTE * MINUTE)
                .collect(Collectors.toSet());
        Set<String> rates = new HashSet<>();
        answers(machine, "funding-rates")
                .forEach(answer -> rows(answer)
                        .forEach(row -> rates.add(row.get("symbol").asText() + " "
                                + row.get("fundingTime").asText())));
        Set<String> prices = new HashSet<>();
        answers(machine, "futures-minute-klines")
                .forEach(answer -> rows(answer)
                        .forEach(row ->
                                prices.add(symbol(answer) + " " + row.get(0).asText())));
        assertThat(funded).as("a world with funding").isNotEmpty();
        assertThat(rates).as("rates").containsAll(funded);
        assertThat(foreign).as("a world with fees in BNB").isNotEmpty();
        assertThat(prices).as("prices").containsAll(foreign);
    }

    private static String symbol(RawResponse answer) {
        return answer.request().replaceAll(".*symbol=([^&]*).*", "$1");
    }

    private static List<RawResponse> answers(Machine machine, String source) {
        ArchiveIndex index = new ArchiveIndex(machine.clients(), machine.aws());
        Archive archive = new Archive(machine.clients(), machine.aws());
        List<RawResponse> answers = new ArrayList<>();
        index.days(source, NOBODY)
                .forEach(day -> index.keys(source, NOBODY, day, Optional.empty(), 10_000)
                        .forEach(key -> answers.add(archive.get(key))));
        return answers;
    }

    private static JsonNode rows(RawResponse answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
