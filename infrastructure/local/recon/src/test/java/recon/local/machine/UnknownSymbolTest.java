package recon.local.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.local.SharedStack;
import recon.local.clock.VirtualClock;
import recon.local.demo.DemoWorld;
import recon.local.stack.LocalStack;
import recon.record.symbol.ExchangeInfoRun;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.storage.execution.ExecutionSender;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.OutgoingExecution;
import recon.storage.schema.Schema;
import recon.storage.work.Run;
import recon.storage.work.RunState;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A report of a symbol that nobody has read of yet, on a machine that has never asked the exchange for anything. */
class UnknownSymbolTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:20Z");

    @TempDir
    private Path folder;

    @Test
    void exchangeIsAskedForItsSymbols_andThenTheReportIsRecorded() {
        String name = SharedStack.freshName();
        LocalStack stack = SharedStack.get();
        try (VirtualClock clock = VirtualClock.open(folder.resolve("clock"), NOW);
                Simulator exchange = Simulator.start(
                        SimulatorSettings.of(7, 1, DAY).withSymbols(4).withTradesPerDay(2),
                        clock,
                        folder.resolve("exchange"));
                Machine machine = new Machine(
                        stack, DemoWorld.machine(folder, name, exchange), Mappers.standard(), clock, clock)) {
            comeAgainSoon(machine);
            SimulatedAccount account = exchange.accounts().getFirst();
            send(machine, account.uid());

            machine.driver().settle(NOW.plusSeconds(60));

            Run asked = machine.runs().run(ExchangeInfoRun.runId(NOW)).orElseThrow();
            assertThat(asked.state()).isEqualTo(RunState.COMPLETED);
            assertThat(machine.registry().symbols()).hasSizeGreaterThan(3);
            assertThat(new ExecutionTables(machine.clients(), machine.aws()).executions(account.uid(), "BTCUSDT", DAY))
                    .singleElement()
                    .satisfies(one -> assertThat(one.baseAsset()).isEqualTo("BTC"));
            assertThat(machine.recorded().of(account.uid())).isEqualTo(new RecordTally.Counts(1, 0));
        }
    }

    /** For a message that could not be dealt with, twenty real seconds are long in a test. */
    private static void comeAgainSoon(Machine machine) {
        var sqs = machine.clients().sqs();
        String url = sqs.getQueueUrl(q -> q.queueName(machine.aws().queue(Schema.RECORD)))
                .queueUrl();
        sqs.setQueueAttributes(q -> q.queueUrl(url).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")));
    }

    private static void send(Machine machine, String uid) {
        long at = NOW.toEpochMilli() - 10_000;
        String report = """
                {"e":"executionReport","E":%1$d,"s":"BTCUSDT","c":"bot","S":"BUY","o":"LIMIT","f":"GTC","q":"0.5",\
                "p":"60000","P":"0","F":"0","g":-1,"C":"","x":"NEW","X":"NEW","r":"NONE","i":1,"l":"0","z":"0","L":"0",\
                "n":"0","N":null,"T":%1$d,"t":-1,"I":1,"w":true,"m":false,"M":false,"O":%1$d,"Z":"0","Y":"0","Q":"0",\
                "W":%1$d}""".formatted(at);
        new ExecutionSender(machine.clients(), machine.aws(), Schema.RECORD)
                .send(List.of(new OutgoingExecution(report.getBytes(UTF_8), uid, NOW, "stream-a/1", 1)));
    }
}
