/**
 * DynamoDB, SQS and S3 on one machine, inside the JVM that asks for them, with their data on disk.
 *
 * <p>The servers are DynamoDB Local, ElasticMQ and S3Mock. DynamoDB Local is fetched at build under Amazon's licence, which
 * forbids passing it on: it is never part of a package of ours.
 */
@NullMarked
package recon.local.stack;

import org.jspecify.annotations.NullMarked;
