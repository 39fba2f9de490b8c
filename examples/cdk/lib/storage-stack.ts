import { RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Where files lie. */
export class StorageStack extends Stack {
  readonly invoices: Bucket;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const logs = new Bucket(this, 'Logs', { versioned: true });

    // Well kept: logged and versioned.
    this.invoices = new Bucket(this, 'Invoices', {
      versioned: true,
      serverAccessLogsBucket: logs,
    });

    // Neither logged nor versioned; emptied by a function that CDK brings along.
    new Bucket(this, 'Scratch', {
      autoDeleteObjects: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
