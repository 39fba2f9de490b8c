import { Stage, StageProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DatabaseStack } from './database-stack';
import { OrdersStack } from './orders-stack';
import { StorageStack } from './storage-stack';

/** All that one environment of the shop needs. */
export class OrdersStage extends Stage {
  constructor(scope: Construct, id: string, props?: StageProps) {
    super(scope, id, props);
    const storage = new StorageStack(this, 'Storage');
    new OrdersStack(this, 'Orders', { invoices: storage.invoices });
    new DatabaseStack(this, 'Database');
  }
}
