//! What connectors grant, by the types of source and destination.
//!
//! Facts: the AWS SAM Developer Guide, "Supported source and destination resource types for connectors" and "Policies
//! created by connectors".

/// What a connector between resources of two types grants.
pub(super) struct Profile {
    pub source: &'static str,
    pub destination: &'static str,
    pub grant: Grant,
    /// Which access there is, in the order of the statements.
    pub access: &'static [Access],
    /// Which combinations of access may be asked for; any where there is none.
    pub combinations: &'static [&'static [Category]],
    pub depended_by: Option<DependedBy>,
}

/// To whom it is granted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grant {
    /// The role of the source, by a managed policy.
    SourceRole,
    /// The role of the destination, by a managed policy.
    DestinationRole,
    /// A service, by the policy of the topic that is the destination.
    Topic(&'static str),
    /// A service, by the policy of the queue that is the destination.
    Queue(&'static str),
    /// A service, by a permission of the function that is the destination.
    Function(&'static str),
}

/// A kind of access.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Category {
    Read,
    Write,
}

impl Category {
    pub(super) fn name(self) -> &'static str {
        match self {
            Category::Read => "Read",
            Category::Write => "Write",
        }
    }
}

/// What waits for the policy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DependedBy {
    Source,
    /// The mapping of the source's events to the destination.
    EventSourceMapping,
}

/// Access of a kind.
pub(super) struct Access {
    pub category: Category,
    /// Actions, and on what. In the text, `{…}` stands for an attribute of source or destination, `${…}` for a pseudo
    /// parameter.
    pub statements: &'static [(&'static [&'static str], &'static [&'static str])],
}

const fn read(statements: &'static [(&'static [&'static str], &'static [&'static str])]) -> Access {
    Access { category: Category::Read, statements }
}

const fn write(statements: &'static [(&'static [&'static str], &'static [&'static str])]) -> Access {
    Access { category: Category::Write, statements }
}

const fn profile(
    source: &'static str,
    destination: &'static str,
    grant: Grant,
    access: &'static [Access],
) -> Profile {
    Profile { source, destination, grant, access, combinations: &[], depended_by: None }
}

const FUNCTION: &str = "AWS::Lambda::Function";
const STATE_MACHINE: &str = "AWS::StepFunctions::StateMachine";
const TABLE: &str = "AWS::DynamoDB::Table";
const BUCKET: &str = "AWS::S3::Bucket";
const QUEUE: &str = "AWS::SQS::Queue";
const TOPIC: &str = "AWS::SNS::Topic";
const BUS: &str = "AWS::Events::EventBus";
const RULE: &str = "AWS::Events::Rule";
const DATA_SOURCE: &str = "AWS::AppSync::DataSource";

const DESTINATION: &[&str] = &["{Destination.Arn}"];
const SOURCE: &[&str] = &["{Source.Arn}"];
const EXECUTIONS: &[&str] =
    &["arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:{Destination.Name}:*"];
const EXECUTION_RULE: &[&str] = &[
    "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule",
];
const METHODS: &[&str] = &[
    "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:{Source.ResourceId}/{Source.Qualifier}",
];
const GRAPHQL_API: &[&str] =
    &["arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/{Source.ResourceId}"];

const OF_TABLE: &[Access] = &[
    read(&[(
        &[
            "dynamodb:GetItem",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:BatchGetItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:PartiQLSelect",
        ],
        &["{Destination.Arn}", "{Destination.Arn}/index/*"],
    )]),
    write(&[(
        &[
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:PartiQLDelete",
            "dynamodb:PartiQLInsert",
            "dynamodb:PartiQLUpdate",
        ],
        &["{Destination.Arn}", "{Destination.Arn}/index/*"],
    )]),
];

const OF_BUCKET: &[Access] = &[
    read(&[(
        &[
            "s3:GetObject",
            "s3:GetObjectAcl",
            "s3:GetObjectLegalHold",
            "s3:GetObjectRetention",
            "s3:GetObjectTorrent",
            "s3:GetObjectVersion",
            "s3:GetObjectVersionAcl",
            "s3:GetObjectVersionForReplication",
            "s3:GetObjectVersionTorrent",
            "s3:ListBucket",
            "s3:ListBucketMultipartUploads",
            "s3:ListBucketVersions",
            "s3:ListMultipartUploadParts",
        ],
        &["{Destination.Arn}", "{Destination.Arn}/*"],
    )]),
    write(&[(
        &[
            "s3:AbortMultipartUpload",
            "s3:DeleteObject",
            "s3:DeleteObjectVersion",
            "s3:PutObject",
            "s3:PutObjectLegalHold",
            "s3:PutObjectRetention",
            "s3:RestoreObject",
        ],
        &["{Destination.Arn}", "{Destination.Arn}/*"],
    )]),
];

const INVOKE: &[&str] = &["lambda:InvokeAsync", "lambda:InvokeFunction"];
const CALL: &[Access] = &[write(&[(INVOKE, DESTINATION)])];
const PUBLISH: &[Access] = &[write(&[(&["sns:Publish"], DESTINATION)])];
const PUT_EVENTS: &[Access] = &[write(&[(&["events:PutEvents"], DESTINATION)])];
const SEND: &[Access] = &[write(&[(&["sqs:SendMessage"], DESTINATION)])];
/// By a permission of the function, which names who may call it.
const BE_CALLED: &[Access] = &[write(&[(&["lambda:InvokeFunction"], SOURCE)])];
const BE_CALLED_BY_METHODS: &[Access] = &[write(&[(&["lambda:InvokeFunction"], METHODS)])];
const BE_CALLED_BY_GRAPHQL: &[Access] = &[write(&[(&["lambda:InvokeFunction"], GRAPHQL_API)])];

/// All pairs that can be connected.
pub(super) const PROFILES: &[Profile] = &[
    Profile {
        depended_by: Some(DependedBy::EventSourceMapping),
        ..profile(
            TABLE,
            FUNCTION,
            Grant::DestinationRole,
            &[read(&[(
                &[
                    "dynamodb:DescribeStream",
                    "dynamodb:GetRecords",
                    "dynamodb:GetShardIterator",
                    "dynamodb:ListStreams",
                ],
                &["{Source.Arn}/stream/*"],
            )])],
        )
    },
    profile(RULE, TOPIC, Grant::Topic("events.amazonaws.com"), PUBLISH),
    profile(RULE, BUS, Grant::SourceRole, PUT_EVENTS),
    profile(RULE, STATE_MACHINE, Grant::SourceRole, &[write(&[(&["states:StartExecution"], DESTINATION)])]),
    profile(RULE, FUNCTION, Grant::Function("events.amazonaws.com"), BE_CALLED),
    profile(RULE, QUEUE, Grant::Queue("events.amazonaws.com"), SEND),
    profile(FUNCTION, FUNCTION, Grant::SourceRole, CALL),
    profile(FUNCTION, BUCKET, Grant::SourceRole, OF_BUCKET),
    profile(FUNCTION, TABLE, Grant::SourceRole, OF_TABLE),
    profile(
        FUNCTION,
        QUEUE,
        Grant::SourceRole,
        &[
            read(&[(&["sqs:ReceiveMessage", "sqs:GetQueueAttributes"], DESTINATION)]),
            write(&[(
                &["sqs:DeleteMessage", "sqs:SendMessage", "sqs:ChangeMessageVisibility", "sqs:PurgeQueue"],
                DESTINATION,
            )]),
        ],
    ),
    profile(FUNCTION, TOPIC, Grant::SourceRole, PUBLISH),
    profile(
        FUNCTION,
        STATE_MACHINE,
        Grant::SourceRole,
        &[
            write(&[
                (&["states:StartExecution", "states:StartSyncExecution"], DESTINATION),
                (&["states:StopExecution"], EXECUTIONS),
            ]),
            read(&[
                (&["states:DescribeStateMachine", "states:ListExecutions"], DESTINATION),
                (
                    &[
                        "states:DescribeExecution",
                        "states:DescribeStateMachineForExecution",
                        "states:GetExecutionHistory",
                    ],
                    EXECUTIONS,
                ),
            ]),
        ],
    ),
    profile(FUNCTION, BUS, Grant::SourceRole, PUT_EVENTS),
    profile(
        FUNCTION,
        "AWS::Location::PlaceIndex",
        Grant::SourceRole,
        &[read(&[(
            &[
                "geo:DescribePlaceIndex",
                "geo:GetPlace",
                "geo:SearchPlaceIndexForPosition",
                "geo:SearchPlaceIndexForSuggestions",
                "geo:SearchPlaceIndexForText",
            ],
            DESTINATION,
        )])],
    ),
    profile(
        "AWS::ApiGatewayV2::Api",
        FUNCTION,
        Grant::Function("apigateway.amazonaws.com"),
        BE_CALLED_BY_METHODS,
    ),
    profile(
        "AWS::ApiGateway::RestApi",
        FUNCTION,
        Grant::Function("apigateway.amazonaws.com"),
        BE_CALLED_BY_METHODS,
    ),
    profile(TOPIC, QUEUE, Grant::Queue("sns.amazonaws.com"), SEND),
    profile(TOPIC, FUNCTION, Grant::Function("sns.amazonaws.com"), BE_CALLED),
    Profile {
        depended_by: Some(DependedBy::EventSourceMapping),
        combinations: &[&[Category::Read, Category::Write]],
        ..profile(
            QUEUE,
            FUNCTION,
            Grant::DestinationRole,
            &[
                write(&[(&["sqs:DeleteMessage"], SOURCE)]),
                read(&[(&["sqs:ReceiveMessage", "sqs:GetQueueAttributes"], SOURCE)]),
            ],
        )
    },
    profile(BUCKET, FUNCTION, Grant::Function("s3.amazonaws.com"), BE_CALLED),
    profile(STATE_MACHINE, FUNCTION, Grant::SourceRole, CALL),
    profile(STATE_MACHINE, TOPIC, Grant::SourceRole, PUBLISH),
    profile(STATE_MACHINE, QUEUE, Grant::SourceRole, SEND),
    profile(STATE_MACHINE, BUCKET, Grant::SourceRole, OF_BUCKET),
    profile(STATE_MACHINE, TABLE, Grant::SourceRole, OF_TABLE),
    Profile {
        depended_by: Some(DependedBy::Source),
        combinations: &[&[Category::Read], &[Category::Read, Category::Write]],
        ..profile(
            STATE_MACHINE,
            STATE_MACHINE,
            Grant::SourceRole,
            &[
                read(&[
                    (&["states:DescribeExecution"], EXECUTIONS),
                    (&["events:DescribeRule"], EXECUTION_RULE),
                ]),
                write(&[
                    (&["states:StartExecution"], DESTINATION),
                    (&["states:StopExecution"], EXECUTIONS),
                    (&["events:PutTargets", "events:PutRule"], EXECUTION_RULE),
                ]),
            ],
        )
    },
    profile(STATE_MACHINE, BUS, Grant::SourceRole, PUT_EVENTS),
    profile(DATA_SOURCE, TABLE, Grant::SourceRole, OF_TABLE),
    profile(
        DATA_SOURCE,
        FUNCTION,
        Grant::SourceRole,
        &[write(&[(INVOKE, &["{Destination.Arn}", "{Destination.Arn}:*"])])],
    ),
    profile(DATA_SOURCE, BUS, Grant::SourceRole, PUT_EVENTS),
    profile(
        "AWS::AppSync::GraphQLApi",
        FUNCTION,
        Grant::Function("appsync.amazonaws.com"),
        BE_CALLED_BY_GRAPHQL,
    ),
];
