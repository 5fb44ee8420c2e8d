package recon.cloud.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.ledger.setting.LedgerSettings;

/**
 * The operator's file: the accounts, and how the exchange behaves where its documentation is silent.
 *
 * @param accounts in the order of the file
 * @param ledger settings {@code recon.ledger.<name>} that differ from what is assumed, by that name
 */
public record AccountsFile(List<ConfiguredAccount> accounts, Map<String, String> ledger) {
    private static final List<String> LEDGER_NAMES =
            List.of("withdrawal-amount", "withdrawal-debit", "transfer-ids", "effect-delay");

    /** No account: the stack stands, and collects nothing but the exchange's public list. */
    public static final AccountsFile NONE = new AccountsFile(List.of(), Map.of());

    public AccountsFile {
        accounts = List.copyOf(accounts);
        ledger = Map.copyOf(ledger);
        if (accounts.stream().map(ConfiguredAccount::uid).distinct().count() != accounts.size()) {
            throw new IllegalArgumentException("two accounts with one uid: name each account once");
        }
        if (accounts.stream().filter(ConfiguredAccount::main).count() > 1) {
            throw new IllegalArgumentException("more than one main account: mark one as main");
        }
        check(ledger);
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException with the file's name and what to mend
     */
    public static AccountsFile read(Path file) {
        requireNonNull(file, "file is null");
        try {
            return YamlAccounts.read(Files.readString(file));
        } catch (JsonProcessingException e) {
            // Neither the parser's words nor the cause: they quote the line, and a secret may stand in it.
            throw new IllegalArgumentException(file + ", " + place(e)
                    + ": not understood. The file has a list accounts, each with uid, email, main and credentials, and"
                    + " perhaps a map ledger of settings; nothing else, and nothing twice");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: name the file with -c accounts=<file>", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static String place(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? mapping.getPath().stream()
                        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                        .collect(Collectors.joining(" "))
                : "line " + e.getLocation().getLineNr();
    }

    /** The secrets that the accounts name, each once. */
    public List<String> secrets() {
        return accounts.stream().map(a -> a.credentials().secret()).distinct().toList();
    }

    /** Better here than in a function that does not start. */
    private static void check(Map<String, String> ledger) {
        for (String name : ledger.keySet()) {
            if (!LEDGER_NAMES.contains(name)) {
                throw new IllegalArgumentException("ledger: no setting is called " + name + ", but " + LEDGER_NAMES);
            }
        }
        try {
            LedgerSettings.from(name -> Optional.ofNullable(ledger.get(name.substring("recon.ledger.".length()))));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("ledger: " + e.getMessage(), e);
        }
    }
}
