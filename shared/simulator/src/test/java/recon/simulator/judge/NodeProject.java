package recon.simulator.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The clients as npm installs them below {@code target}, once per lock file. */
final class NodeProject {
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "judge.js");
    private static final int INSTALL_SECONDS = 240;
    private static final int VERSION_SECONDS = 30;
    /** npm's codes for files of ours that do not fit together or do not fit what was published. */
    private static final Pattern OUR_FAULT = Pattern.compile("\\b(EUSAGE|EINTEGRITY|EJSONPARSE)\\b");

    private final Path folder;

    private NodeProject(Path folder) {
        this.folder = folder;
    }

    /** Where the script and its packages are. */
    Path folder() {
        return folder;
    }

    /**
     * Installs the clients unless they are there.
     *
     * @throws ClientsUnavailable without Node, or without a way to the packages
     */
    static NodeProject installed() throws IOException, InterruptedException, ClientsUnavailable {
        Path module = Path.of(System.getProperty("basedir", "."));
        Path source = module.resolve("src/test/node");
        NodeProject project = new NodeProject(module.resolve("target/node").toAbsolutePath());
        project.needs("node");
        project.needs("npm");
        Files.createDirectories(project.folder);
        for (String file : FILES) {
            Files.copy(source.resolve(file), project.folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Path mark = project.folder.resolve("installed-lock.json");
        Path lock = project.folder.resolve("package-lock.json");
        boolean there = Files.isDirectory(project.folder.resolve("node_modules"))
                && Files.isRegularFile(mark)
                && Files.mismatch(mark, lock) < 0;
        if (!there) {
            project.install();
            Files.copy(lock, mark, StandardCopyOption.REPLACE_EXISTING);
        }
        return project;
    }

    private void install() throws IOException, InterruptedException, ClientsUnavailable {
        Files.deleteIfExists(folder.resolve("installed-lock.json"));
        Path log = folder.resolve("install.log");
        Optional<Integer> exit = run(
                log,
                INSTALL_SECONDS,
                "npm",
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--fetch-retries=1",
                "--fetch-timeout=60000");
        String said = Files.readString(log);
        if (exit.filter(code -> code == 0).isEmpty()) {
            if (OUR_FAULT.matcher(said).find()) {
                throw new AssertionError("npm refuses the pinned packages, see " + log + ":\n" + said);
            }
            throw new ClientsUnavailable("npm could not fetch them (offline?), see " + log);
        }
    }

    private void needs(String program) throws InterruptedException, ClientsUnavailable {
        try {
            Path log = Files.createTempFile("version", ".log");
            Optional<Integer> exit = run(log, VERSION_SECONDS, program, "--version");
            Files.delete(log);
            if (exit.filter(code -> code == 0).isEmpty()) {
                throw new ClientsUnavailable(program + " does not run");
            }
        } catch (IOException e) {
            throw new ClientsUnavailable("Node.js is not there: " + e.getMessage());
        }
    }

    /** The exit code; empty if the program had to be ended. */
    private Optional<Integer> run(Path log, int seconds, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        if (Files.isDirectory(folder)) {
            builder.directory(folder.toFile());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return Optional.empty();
        }
        return Optional.of(process.exitValue());
    }
}
