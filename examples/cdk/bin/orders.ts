import { App } from 'aws-cdk-lib';
import { OrdersStage } from '../lib/orders-stage';
import { SharedStack } from '../lib/shared-stack';

const app = new App();

// No account and no Region: CDK calls such a stack environment-agnostic.
new SharedStack(app, 'Shared');

new OrdersStage(app, 'Dev');
new OrdersStage(app, 'Prod', { env: { account: '111122223333', region: 'eu-west-1' } });
