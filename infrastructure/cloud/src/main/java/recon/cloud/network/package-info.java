/** The way out to the exchange, under one fixed address if the operator wants it. */
@org.jspecify.annotations.NullMarked
package recon.cloud.network;
