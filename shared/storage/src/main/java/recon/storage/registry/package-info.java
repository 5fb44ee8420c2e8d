/** What is known beside the books: symbols, limits, assets seen, symbols traded, prices, errors to look at. */
@org.jspecify.annotations.NullMarked
package recon.storage.registry;
