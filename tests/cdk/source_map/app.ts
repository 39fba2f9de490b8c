interface Props {
  readonly name: string;
}

class Bucket {
  constructor(
    scope: object,
    readonly props: Props,
  ) {
    console.log(new Error('x').stack);
  }
}

export class Stack {
  constructor() {
    const scope: object = {};
    new Bucket(scope, { name: 'a' });

    for (const name of ['b']) {
      if (name) { new Bucket(scope, { name }); }
    }
  }
}
new Stack();
