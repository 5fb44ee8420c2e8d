/**
 * What runs inside the class loader of each embedded server: nothing here may touch, or be touched by, a class of another
 * package of ours; only types of the JDK cross the border.
 */
@NullMarked
package recon.local.stack.server;

import org.jspecify.annotations.NullMarked;
