package recon.cloud.function;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import recon.accounts.Configuration;
import recon.accounts.ConfiguredAccount;
import recon.binance.client.Hosts;
import recon.cloud.bridge.RabbitMq;
import recon.cloud.stream.StreamChoice;
import recon.ledger.setting.Settlement;
import recon.storage.aws.AwsSettings;
import recon.storage.secret.CredentialReference;
import software.amazon.awscdk.Aws;

/** The environment variables of functions and task: their settings in the spelling of MicroProfile Config. */
public final class Environment {
    /** Lambda takes no more, names and values together. */
    static final int MOST_BYTES = 4096;
    /** How the CDK writes what is not known before the stack is made. */
    private static final String UNKNOWN = "${Token[";
    /** The longest name of a bucket, which is not known before it is made. */
    private static final int LONGEST_UNKNOWN = 63;

    private Environment() {}

    /** What {@code record} is given. */
    public static Map<String, String> record(AwsSettings settings) {
        Map<String, String> variables = names(settings);
        // Without it the runtime of Java 24 and later refuses what Quarkus does to its threads.
        variables.put("JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED");
        return variables;
    }

    /** What {@code bridge} is given. */
    public static Map<String, String> bridge(AwsSettings settings, RabbitMq rabbit) {
        Map<String, String> variables = record(settings);
        variables.put(variable("recon.bridge.broker"), rabbit.broker().toString());
        variables.put(variable("recon.bridge.credentials"), CredentialReference.SECRETS_MANAGER + rabbit.secret());
        return variables;
    }

    /** What {@code reconcile} is given, and every function that keeps the books: all have the same settings. */
    public static Map<String, String> reconcile(AwsSettings settings, Configuration configuration) {
        Map<String, String> variables = record(settings);
        configuration.settings().notAssumed().forEach((name, value) -> variables.put(variable(name), value));
        if (!configuration.settlement().equals(Settlement.USUAL)) {
            variables.put(
                    variable(Settlement.SETTING),
                    Integer.toString(configuration.settlement().days()));
        }
        return variables;
    }

    /**
     * What {@code collect} is given.
     *
     * @param egress names the address that its requests come from, if the configuration does not
     * @throws IllegalArgumentException if it is more than Lambda takes
     */
    public static Map<String, String> collect(AwsSettings settings, Configuration configuration, String egress) {
        Map<String, String> variables = reconcile(settings, configuration);
        exchange(configuration.hosts(), variables);
        variables.put(
                variable("recon.collect.exchange.egress"),
                configuration.egress().orElse(egress));
        configuration
                .roundDays()
                .ifPresent(days -> variables.put(variable("recon.collect.round-days"), Integer.toString(days)));
        List<ConfiguredAccount> all = configuration.accounts();
        for (int i = 0; i < all.size(); i++) {
            ConfiguredAccount account = all.get(i);
            String prefix = account("collect", i, account, variables);
            variables.put(prefix + "EMAIL", account.account().email());
            variables.put(prefix + "MAIN", Boolean.toString(account.main()));
        }
        int bytes = variables.entrySet().stream()
                .mapToInt(e -> e.getKey().length() + length(e.getValue()))
                .sum();
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(all.size() + " accounts need " + bytes
                    + " bytes of environment, and Lambda takes " + MOST_BYTES
                    + ": name fewer accounts, or give their secrets shorter names");
        }
        return variables;
    }

    /**
     * What the container task {@code stream} is given. Each task names itself after its host.
     *
     * @param copies whether reports go to the queue of the bridge as well
     */
    public static Map<String, String> stream(
            AwsSettings settings, Configuration configuration, StreamChoice choice, boolean copies) {
        Map<String, String> variables = names(settings);
        variables.put(variable("recon.aws.region"), Aws.REGION);
        variables.put(variable("recon.stream.bridge"), Boolean.toString(copies));
        choice.exchange().ifPresent(uri -> variables.put(variable("recon.stream.exchange.uri"), uri.toString()));
        List<ConfiguredAccount> all = configuration.accounts();
        for (int i = 0; i < all.size(); i++) {
            account("stream", i, all.get(i), variables);
        }
        return variables;
    }

    /** Who an account is and where its key is; returns how its variables begin. */
    private static String account(String of, int i, ConfiguredAccount account, Map<String, String> variables) {
        String prefix = variable("recon." + of + ".accounts") + "_" + i + "__";
        variables.put(prefix + "UID", account.account().id());
        variables.put(prefix + "CREDENTIALS", account.credentials().toString());
        return prefix;
    }

    /** By which names everything is found. */
    private static Map<String, String> names(AwsSettings settings) {
        Map<String, String> variables = new TreeMap<>();
        variables.put(variable("recon.aws.bucket"), settings.bucket());
        variables.put(variable("recon.aws.prefix"), settings.prefix());
        variables.put(variable("recon.aws.event-bus"), settings.eventBus());
        return variables;
    }

    private static void exchange(Hosts hosts, Map<String, String> variables) {
        if (!hosts.equals(Hosts.PRODUCTION)) {
            variables.put(variable("recon.collect.exchange.spot"), hosts.spot().toString());
            variables.put(
                    variable("recon.collect.exchange.futures"), hosts.futures().toString());
        }
    }

    private static int length(String value) {
        return value.startsWith(UNKNOWN) ? LONGEST_UNKNOWN : value.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
