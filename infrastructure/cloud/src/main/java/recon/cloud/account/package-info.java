/** Whose books the installation keeps: the operator's file, read and checked before anything is deployed. */
@org.jspecify.annotations.NullMarked
package recon.cloud.account;
