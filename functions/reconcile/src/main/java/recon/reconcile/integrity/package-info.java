/** Whether the books of a day agree with the archive that they were made from. */
@org.jspecify.annotations.NullMarked
package recon.reconcile.integrity;
