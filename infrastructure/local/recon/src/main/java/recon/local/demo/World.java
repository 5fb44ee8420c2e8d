package recon.local.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import recon.binance.budget.Limits;
import recon.binance.budget.Rate;
import recon.binance.client.Credentials;
import recon.binance.client.Hosts;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.collect.discovery.EvidenceReader;
import recon.ledger.Account;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.CapitalFlowSign;
import recon.ledger.setting.LedgerSettings.ConvertWallet;
import recon.ledger.setting.LedgerSettings.DustAmount;
import recon.ledger.setting.LedgerSettings.LiquidationRepayment;
import recon.ledger.setting.LedgerSettings.TransferIds;
import recon.ledger.setting.LedgerSettings.WithdrawalAmount;
import recon.ledger.setting.LedgerSettings.WithdrawalDebit;
import recon.local.machine.MachineSettings;
import recon.simulator.Activity;
import recon.simulator.Break;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;
import recon.stream.connection.StreamAccount;

/** The simulated exchange of a demo, and what the functions are told about it. */
public final class World {
    private static final String SYMBOL_LIST = "spot-symbols-2020-04-02.csv";

    private World() {}

    /** The world that the options ask for. */
    public static SimulatorSettings settings(DemoOptions options) {
        SimulatorSettings plain = SimulatorSettings.of(options.seed(), options.accounts(), DemoOptions.FIRST_DAY)
                .withSymbols(options.symbols())
                .withTradesPerDay(options.tradesPerDay())
                .withActivities(options.wallets() ? EnumSet.allOf(Activity.class) : Set.of());
        SimulatorSettings broken = options.sabotage()
                .map(name -> plain.withSabotage(Break.valueOf(name.toUpperCase(Locale.ROOT))))
                .orElse(plain);
        return symbolList().map(broken::withSymbolList).orElse(broken);
    }

    static MachineSettings machine(
            DemoOptions options, String name, recon.simulator.Limits limits, Simulator exchange) {
        return new MachineSettings(
                name,
                new Hosts(exchange.baseUri(), exchange.baseUri()),
                "demo",
                accounts(exchange.accounts()),
                told(exchange.switches()),
                options.settlement(),
                documented(limits),
                options.pageLimit(),
                EvidenceReader.USUAL_ROUND_DAYS,
                options.wallets());
    }

    /** What this exchange would document. The limits of {@code /api} are left to be learned from its own list. */
    private static Limits documented(recon.simulator.Limits limits) {
        Limits usual = Limits.DOCUMENTED;
        return new Limits(
                usual.apiWeight(),
                usual.apiRaw(),
                new Rate(usual.sapiIp().window(), limits.sapiIpWeightPerMinute()),
                new Rate(usual.sapiUid().window(), limits.sapiUidWeightPerMinute()),
                new Rate(usual.sapiUidSecond().window(), limits.sapiUidWeightPerSecond()),
                usual.fapiWeight(),
                usual.sharePercent());
    }

    private static Accounts accounts(List<SimulatedAccount> simulated) {
        return new Accounts(simulated.stream()
                .map(account -> new CollectedAccount(
                        new Account(account.uid(), account.email()),
                        account.main(),
                        Credentials.hmac(account.apiKey(), account.apiSecret())))
                .toList());
    }

    /** Everybody who has a key, with this very key. */
    static List<StreamAccount> streamed(List<SimulatedAccount> simulated) {
        return simulated.stream()
                .map(account ->
                        new StreamAccount(account.uid(), Credentials.hmac(account.apiKey(), account.apiSecret())))
                .toList();
    }

    /** The exchange tells how its switches stand, as a probe with a read-only key would find out. */
    public static LedgerSettings told(Switches switches) {
        return new LedgerSettings(
                switches.withdrawalAmountIsNet() ? WithdrawalAmount.NET : WithdrawalAmount.GROSS,
                switches.withdrawalDebitedAtCompletion()
                        ? WithdrawalDebit.AT_COMPLETION
                        : WithdrawalDebit.AT_APPLICATION,
                switches.transferIdsShared() ? TransferIds.SHARED : TransferIds.DISTINCT,
                switches.effectDelay(),
                switches.wallets().dustTransferIsNet() ? DustAmount.NET : DustAmount.GROSS,
                ConvertWallet.SPOT,
                switches.wallets().capitalFlowSigned() ? CapitalFlowSign.SIGNED : CapitalFlowSign.ABSOLUTE,
                switches.wallets().liquidationPaysInterestFirst()
                        ? LiquidationRepayment.INTEREST_FIRST
                        : LiquidationRepayment.LOAN_FIRST,
                switches.futures().fillCommissionIsPaid()
                        ? CommissionSign.PAID_IS_POSITIVE
                        : CommissionSign.PAID_IS_NEGATIVE);
    }

    /** The real names of 2020 where they are at hand, beside the checkout or where the environment says. */
    static Optional<Path> symbolList() {
        Path fixtures = Optional.ofNullable(System.getenv("RECON_FIXTURES"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("recon.home", "."), "../shared/fixtures"));
        return Optional.of(fixtures.resolve(SYMBOL_LIST)).filter(Files::isRegularFile);
    }
}
