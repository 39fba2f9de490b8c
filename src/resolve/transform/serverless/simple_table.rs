//! `AWS::Serverless::SimpleTable`: a table with a single key.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::SimpleTable".

use super::properties::{Properties, Property, kind, map_of, optional, present, text_of};
use super::tree::{list, map, text};
use super::{Expanded, Expansion, Failure, tags};
use crate::template::{Node, Resource};

const PROPERTIES: &[Property] = &[
    optional("PointInTimeRecoverySpecification", kind::ANY).literal(),
    optional("PrimaryKey", kind::MAP).of(kind::TEXT),
    optional("ProvisionedThroughput", kind::MAP).of(kind::INTEGER | kind::MAP),
    optional("SSESpecification", kind::MAP),
    optional("TableName", kind::TEXT | kind::MAP),
    optional("Tags", kind::MAP),
];

/// Makes the table.
pub(super) fn expand(_: &mut Expansion, resource: &Resource) -> Expanded {
    let owner = resource.called();
    let properties = Properties::read(&owner, resource.span, resource.properties.as_ref(), PROPERTIES)?;
    let span = properties.span_of("PrimaryKey");
    let (name, key_type) = match properties.given("PrimaryKey") {
        Some(key) => primary_key(&owner, key)?,
        None => (text(span, "id"), text(span, "S")),
    };
    let attribute = map(span, [("AttributeName", name.clone()), ("AttributeType", key_type)]);
    let key = map(span, [("AttributeName", name), ("KeyType", text(span, "HASH"))]);
    let mut table = Resource::make("AWS::DynamoDB::Table", resource.logical_id.clone(), resource.span)
        .in_place_of(resource)
        .with("AttributeDefinitions", list(span, [attribute]))
        .with("KeySchema", list(span, [key]))
        .with_some("PointInTimeRecoverySpecification", properties.given("PointInTimeRecoverySpecification"))
        .with_some("ProvisionedThroughput", properties.given("ProvisionedThroughput"))
        .with_some("SSESpecification", properties.given("SSESpecification"))
        .with_some("TableName", properties.given("TableName"));
    table.depends_on.clone_from(&resource.depends_on);
    if properties.given("ProvisionedThroughput").is_none() {
        table.set("BillingMode", text(resource.span, "PAY_PER_REQUEST"));
    }
    if let Some(tags) = properties.given("Tags").and_then(Node::as_map) {
        table.set("Tags", tags::as_list(properties.span_of("Tags"), tags));
    }
    Ok(vec![table])
}

/// Name and type of the key, in the words of DynamoDB.
fn primary_key(owner: &str, key: &Node) -> Result<(Node, Node), Failure> {
    let what = format!("`PrimaryKey` of {owner}");
    let fields = map_of(key, &what)?;
    let field = |name: &str| {
        present(fields, name).ok_or_else(|| Failure::new(key.span, format!("{what} needs `{name}`")))
    };
    let (name, written) = (field("Name")?, field("Type")?);
    let short = match &**text_of(written, &format!("`Type` in {what}"))? {
        "String" => "S",
        "Number" => "N",
        "Binary" => "B",
        other => {
            let other = crate::resolve::constraints::shorten(other);
            let message =
                format!("`Type` in {what} has to be `String`, `Number` or `Binary`, found `{other}`");
            return Err(Failure::new(written.span, message));
        }
    };
    Ok((name.clone(), text(written.span, short)))
}
