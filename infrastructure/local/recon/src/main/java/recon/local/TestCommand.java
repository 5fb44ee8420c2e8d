package recon.local;

import picocli.CommandLine.Command;

/** Stands in the list of commands; the script runs the tests before Java is asked. */
@Command(name = "test", description = "Runs every test (done by the script itself).")
final class TestCommand {}
