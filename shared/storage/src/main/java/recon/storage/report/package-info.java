/** The files that people download, by closed day. */
@org.jspecify.annotations.NullMarked
package recon.storage.report;
