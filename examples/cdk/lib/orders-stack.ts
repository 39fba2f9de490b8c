import { Stack, StackProps } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { join } from 'node:path';
import { QueueStack } from './queue-stack';

export interface OrdersStackProps extends StackProps {
  /** The bucket that invoices are written to: it lies in another stack. */
  readonly invoices: IBucket;
}

/** Takes orders and writes invoices. */
export class OrdersStack extends Stack {
  constructor(scope: Construct, id: string, props: OrdersStackProps) {
    super(scope, id, props);

    const queues = new QueueStack(this, 'Queues', { invoices: props.invoices, retentionDays: 4 });

    const invoice = new Function(this, 'Invoice', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromAsset(join(__dirname, '..', 'lambda')),
      environment: {
        BUCKET: props.invoices.bucketName,
        QUEUE: queues.orders.queueUrl,
      },
    });
    props.invoices.grantWrite(invoice);
    queues.orders.grantConsumeMessages(invoice);
  }
}
