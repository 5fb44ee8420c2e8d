package recon.cloud.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recon.cloud.account.AccountsFile;
import recon.cloud.account.ConfiguredAccount;
import recon.cloud.account.CredentialsReference;
import recon.storage.aws.AwsSettings;

/** Lambda takes 4 KB of environment and no more. */
class EnvironmentTest {
    private final AwsSettings settings =
            AwsSettings.from(name -> Optional.of("recon").filter(v -> name.matches("recon.aws.(bucket|prefix)")));

    @Test
    void asManyAccountsAsLambdaTakes_fit() {
        assertThat(Environment.collect(settings, accounts(15), "lambda")).hasSize(5 + 4 * 15);
    }

    @Test
    void moreAccountsThanLambdaTakes_areRefusedBeforeAnythingIsDeployed() {
        assertThatThrownBy(() -> Environment.collect(settings, accounts(30), "lambda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("30 accounts need ")
                .hasMessageContaining("Lambda takes 4096");
    }

    private static AccountsFile accounts(int count) {
        return new AccountsFile(
                IntStream.range(0, count)
                        .mapToObj(i -> new ConfiguredAccount(
                                Integer.toString(350_123_456 + i),
                                "sub" + i + "@example.com",
                                false,
                                new CredentialsReference("binance/sub" + i)))
                        .toList(),
                Map.of());
    }
}
