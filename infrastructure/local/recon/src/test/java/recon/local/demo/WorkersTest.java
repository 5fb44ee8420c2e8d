package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.binance.budget.Charge;
import recon.binance.budget.Charges;
import recon.binance.budget.Limits;
import recon.binance.budget.Rate;
import recon.binance.client.Credentials;
import recon.binance.client.ExchangeClient;
import recon.binance.client.Hosts;
import recon.binance.client.HttpTransport;
import recon.binance.client.Timeouts;
import recon.binance.json.ExchangeJson;
import recon.binance.request.HostFamily;
import recon.binance.request.Outcome;
import recon.binance.request.Request;
import recon.binance.request.Security;
import recon.collect.budget.StoredBudget;
import recon.local.SharedStack;
import recon.local.clock.VirtualClock;
import recon.simulator.Counters;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.budget.WindowCounters;
import recon.storage.schema.Schema;

/** Sixteen workers at once, each a process of its own as far as it knows, behind one address and one store. */
class WorkersTest {
    private static final int WORKERS = 16;
    private static final int ROUNDS = 8;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    /**
     * Per address, and per endpoint and address. Windows of a second are not tried here: where time is virtual, a
     * request's way takes as long as all the others that are under way.
     */
    @Test
    void noWindowExceedsHalfOfAnyLimit_whenSixteenWorkersWantMore() throws Exception {
        int apiWeight = 240;
        int sapiWeight = 12;
        Limits known = new Limits(
                new Rate(MINUTE, apiWeight),
                new Rate(Duration.ofMinutes(5), 300_000),
                new Rate(MINUTE, sapiWeight),
                new Rate(MINUTE, 180_000),
                new Rate(Duration.ofSeconds(1), 180_000),
                new Rate(MINUTE, 2_400),
                50);
        Charges charges = new Charges(known, "nat");
        List<Function<SimulatedAccount, Request>> requests = List.of(
                account -> request(HostFamily.SPOT, "/api/v3/account", charges.api(20)),
                account -> request(
                        HostFamily.SAPI,
                        "/sapi/v1/account/apiRestrictions",
                        charges.sapiIp("/sapi/v1/account/apiRestrictions", 1)));

        Counters counters =
                work(new recon.simulator.Limits(apiWeight, 300_000, sapiWeight, 180_000, 180_000), charges, requests);

        assertFullButNeverAbove(counters, "api:ip", 20);
        assertFullButNeverAbove(counters, "sapi:/sapi/v1/account/apiRestrictions:ip", 1);
    }

    /** Where few requests are allowed, their number binds before their weight does. */
    @Test
    void noFiveMinutesExceedHalfOfTheRequests_whenTheirNumberBinds() throws Exception {
        int requests = 120;
        Limits known = new Limits(
                new Rate(MINUTE, 6_000),
                new Rate(Duration.ofMinutes(5), requests),
                new Rate(MINUTE, 12_000),
                new Rate(MINUTE, 180_000),
                new Rate(Duration.ofSeconds(1), 180_000),
                new Rate(MINUTE, 2_400),
                50);
        Charges charges = new Charges(known, "nat");

        Counters counters = work(
                new recon.simulator.Limits(6_000, requests, 12_000, 180_000, 180_000),
                charges,
                List.of(account -> request(HostFamily.SPOT, "/api/v3/account", charges.api(20))));

        assertFullButNeverAbove(counters, "raw:ip", WORKERS);
    }

    private static void assertFullButNeverAbove(Counters counters, String bucket, int heaviest) {
        int budget = counters.limit(bucket) / 2;
        assertThat(counters.minutes(bucket).values()).as(bucket).allMatch(used -> used <= budget);
        assertThat(counters.minutes(bucket).values())
                .as(bucket + ": windows in which no further request fitted")
                .anyMatch(used -> used > budget - heaviest);
    }

    private Counters work(
            recon.simulator.Limits limits, Charges charges, List<Function<SimulatedAccount, Request>> requests)
            throws Exception {
        String name = SharedStack.freshName();
        var stack = SharedStack.get();
        AwsSettings aws = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name);
        Instant noon = DemoOptions.FIRST_DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
        try (AwsClients clients = AwsClients.create(aws);
                VirtualClock clock = VirtualClock.open(folder.resolve("clock"), noon);
                Simulator exchange = Simulator.start(
                        SimulatorSettings.of(7, 2, DemoOptions.FIRST_DAY)
                                .withSymbols(3)
                                .withTradesPerDay(2)
                                .withLimits(limits),
                        clock,
                        folder.resolve("exchange"));
                HttpTransport transport = HttpTransport.open(Timeouts.STANDARD);
                ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            Schema.create(clients, aws);
            List<ExchangeClient> workers = IntStream.range(0, WORKERS)
                    .mapToObj(worker -> new ExchangeClient(
                            new Hosts(exchange.baseUri(), exchange.baseUri()),
                            transport,
                            clock,
                            new StoredBudget(new WindowCounters(clients, aws)),
                            () -> charges,
                            ExchangeJson.mapper()))
                    .toList();
            for (int round = 0; round < ROUNDS; round++) {
                List<Future<?>> working = new ArrayList<>();
                for (int worker = 0; worker < WORKERS; worker++) {
                    ExchangeClient client = workers.get(worker);
                    SimulatedAccount account = exchange.accounts().get(worker % 2);
                    working.add(threads.submit(() -> askUntilPostponed(client, account, requests)));
                }
                for (Future<?> one : working) {
                    one.get();
                }
                Instant now = clock.instant();
                clock.reach(Instant.ofEpochSecond((now.getEpochSecond() / 60 + 1) * 60));
            }
            return exchange.counters();
        }
    }

    /** Each kind of request as long as the budget grants it; the number only keeps a broken budget from going on. */
    private static void askUntilPostponed(
            ExchangeClient client, SimulatedAccount account, List<Function<SimulatedAccount, Request>> requests) {
        Optional<Credentials> credentials = Optional.of(Credentials.hmac(account.apiKey(), account.apiSecret()));
        for (Function<SimulatedAccount, Request> request : requests) {
            for (int i = 0; i < 20; i++) {
                if (client.ask(request.apply(account), credentials) instanceof Outcome.Postponed) {
                    break;
                }
            }
        }
    }

    private static Request request(HostFamily host, String path, List<Charge> charges) {
        return Request.of(host, path, Security.SIGNED, charges);
    }
}
