//! What the functions of a GraphQL API read and write: tables and Lambda functions, each by a role of its own.

use super::super::Failure;
use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::tree::{attribute, map, reference, sub_with, text};
use super::{FUNCTION, GraphQlApi};
use crate::template::{Entry, Map, Node};

impl<'a> GraphQlApi<'a, '_> {
    pub(super) fn data_sources(&mut self) -> Result<(), Failure> {
        const KINDS: &[Property] =
            &[optional("DynamoDb", kind::MAP).of(kind::MAP), optional("Lambda", kind::MAP).of(kind::MAP)];
        let Some(node) = self.properties.get("DataSources") else { return Ok(()) };
        let sources = self.part("`DataSources`", node, KINDS)?;
        let entries = |name: &str| {
            sources.get(name).and_then(Node::as_map).map_or(&[][..], |map: &'a Map<Node>| &map.entries)
        };
        for entry in entries("DynamoDb") {
            self.table(entry)?;
        }
        for entry in entries("Lambda") {
            self.function_source(entry)?;
        }
        Ok(())
    }

    /// A data source, and the role by which it reaches what it reads.
    fn data_source(
        &mut self,
        entry: &Entry<Node>,
        source: &Properties<'a>,
        kind: (&str, &str),
        config: (&'static str, Node),
        target: (&str, &str, Node, &[&str]),
    ) -> Result<(), Failure> {
        let span = entry.key_span;
        let id = format!("{}{}{}DataSource", self.resource.logical_id, entry.key, kind.0);
        let own = text(span, entry.key.clone());
        let role_id = format!("{id}Role");
        let given_role = source.given("ServiceRoleArn");
        let role_arn = given_role.cloned().unwrap_or_else(|| attribute(span, role_id.clone(), "Arn"));
        let made = self
            .make("AWS::AppSync::DataSource", &id)
            .with("Name", source.given("Name").unwrap_or(&own).clone())
            .with("Type", text(span, kind.1))
            .with_some("Description", source.get("Description"))
            .with(config.0, config.1)
            .with("ServiceRoleArn", role_arn);
        self.made.push(made);
        self.names.push((entry.key.clone(), attribute(span, id.clone(), "Name")));
        if given_role.is_none() {
            self.made.push(self.role(&role_id));
            let end = map(
                span,
                [
                    ("Type", text(span, "AWS::AppSync::DataSource")),
                    ("Arn", attribute(span, id.clone(), "DataSourceArn")),
                    ("RoleName", reference(span, role_id)),
                ],
            );
            let (name, target_type, arn, permissions) = target;
            self.connect(&format!("{id}To{name}Connector"), end, target_type, arn, permissions)?;
        }
        Ok(())
    }

    fn table(&mut self, entry: &'a Entry<Node>) -> Result<(), Failure> {
        const TABLE: &[Property] = &[
            optional("DeltaSync", kind::MAP).literal(),
            optional("Description", kind::ANY),
            optional("Name", kind::ANY),
            optional("Permissions", kind::LIST).of(kind::TEXT).literal(),
            optional("Region", kind::ANY),
            optional("ServiceRoleArn", kind::ANY),
            optional("TableArn", kind::ANY),
            required("TableName", kind::ANY),
            optional("UseCallerCredentials", kind::ANY),
            optional("Versioned", kind::ANY),
        ];
        const DELTA_SYNC: &[Property] = &[
            required("BaseTableTTL", kind::ANY),
            required("DeltaSyncTableName", kind::ANY),
            required("DeltaSyncTableTTL", kind::ANY),
        ];
        let span = entry.key_span;
        let table = self.part("a data source", &entry.value, TABLE)?;
        let region = table.given("Region").cloned().unwrap_or_else(|| reference(span, "AWS::Region"));
        let name = table.get("TableName").cloned().unwrap_or_else(|| text(span, ""));
        let mut config = vec![("AwsRegion", region.clone()), ("TableName", name.clone())];
        for property in ["UseCallerCredentials", "Versioned"] {
            config.extend(table.given(property).map(|value| (property, value.clone())));
        }
        if let Some(delta) = table.given("DeltaSync") {
            self.part("`DeltaSync`", delta, DELTA_SYNC)?;
            config.push(("DeltaSyncConfig", delta.clone()));
        }
        let mut permissions = Vec::new();
        for permission in table.get("Permissions").and_then(Node::as_list).unwrap_or_default() {
            match permission.as_text().map(|text| &**text) {
                Some(name @ ("Read" | "Write")) => permissions.push(name),
                _ => {
                    return self
                        .wrong(permission.span, "`Permissions` of a data source can hold Read and Write");
                }
            }
        }
        if permissions.is_empty() {
            permissions.extend(["Read", "Write"]);
        }
        let arn = table.given("TableArn").cloned().unwrap_or_else(|| {
            let arn = "arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}";
            sub_with(span, arn, [("__TableName__", name), ("__Region__", region)])
        });
        self.data_source(
            entry,
            &table,
            ("DynamoDB", "AMAZON_DYNAMODB"),
            ("DynamoDBConfig", map(span, config)),
            ("Table", "AWS::DynamoDB::Table", arn, &permissions),
        )
    }

    fn function_source(&mut self, entry: &'a Entry<Node>) -> Result<(), Failure> {
        const SOURCE: &[Property] = &[
            optional("Description", kind::ANY),
            required("FunctionArn", kind::ANY),
            optional("Name", kind::ANY),
            optional("ServiceRoleArn", kind::ANY),
        ];
        let span = entry.key_span;
        let source = self.part("a data source", &entry.value, SOURCE)?;
        let arn = source.get("FunctionArn").cloned().unwrap_or_else(|| text(span, ""));
        let config = map(span, [("LambdaFunctionArn", arn.clone())]);
        self.data_source(
            entry,
            &source,
            ("Lambda", "AWS_LAMBDA"),
            ("LambdaConfig", config),
            ("Lambda", FUNCTION, arn, &["Write"]),
        )
    }
}
