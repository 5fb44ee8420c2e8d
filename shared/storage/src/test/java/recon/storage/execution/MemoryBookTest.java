package recon.storage.execution;

import recon.storage.testing.MemoryBook;

class MemoryBookTest extends ExecutionBookContract {
    @Override
    ExecutionBook empty() {
        return new MemoryBook();
    }
}
