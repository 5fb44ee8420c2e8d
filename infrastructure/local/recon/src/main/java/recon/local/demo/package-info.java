/** The demo: a simulated exchange, reconciled day by day. */
@org.jspecify.annotations.NullMarked
package recon.local.demo;
