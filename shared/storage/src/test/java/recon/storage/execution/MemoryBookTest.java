package recon.storage.execution;

import recon.storage.memory.MemoryBook;

class MemoryBookTest extends ExecutionBookContract {
    @Override
    ExecutionBook empty() {
        return new MemoryBook();
    }
}
