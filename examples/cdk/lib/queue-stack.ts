import { CfnOutput, CfnParameter, NestedStack, NestedStackProps } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface QueueStackProps extends NestedStackProps {
  /** The bucket whose name goes into the topic's display name. */
  readonly invoices: IBucket;
  /** How long a message is kept. */
  readonly retentionDays: number;
}

/** A nested stack: the queue that orders wait in, and the topic that tells of them. */
export class QueueStack extends NestedStack {
  readonly orders: Queue;

  constructor(scope: Construct, id: string, props: QueueStackProps) {
    super(scope, id, {
      ...props,
      parameters: { Retention: String(props.retentionDays * 24 * 60 * 60) },
    });
    const retention = new CfnParameter(this, 'Retention', { type: 'Number' });

    this.orders = new Queue(this, 'Waiting');
    const queue = this.orders.node.defaultChild as CfnQueue;
    queue.messageRetentionPeriod = retention.valueAsNumber;

    new Topic(this, 'Arrived', { displayName: `Orders of ${props.invoices.bucketName}` });
    new CfnOutput(this, 'Kept', { value: retention.valueAsString });
  }
}
