/** One page: ask, archive, judge, derive, book. */
@org.jspecify.annotations.NullMarked
package recon.collect.page;
