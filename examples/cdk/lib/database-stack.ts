import { Stack, StackProps } from 'aws-cdk-lib';
import { CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';

/** The database, from the constructs that CDK generates one to one from resource types. */
export class DatabaseStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const database = new CfnDBInstance(this, 'Orders', {
      engine: 'postgres',
      dbInstanceClass: 'db.t4g.medium',
      allocatedStorage: '20',
      masterUsername: 'orders',
      manageMasterUserPassword: true,
      storageEncrypted: true,
    });
    // Set later, on a line of its own: that line is the one to change.
    database.publiclyAccessible = true;
  }
}
