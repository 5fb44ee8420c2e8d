/** The AWS stack: what is deployed, with which rights, limits and alarms. */
@org.jspecify.annotations.NullMarked
package recon.cloud;
