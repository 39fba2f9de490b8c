//! `AWS::Serverless::GraphQLApi`: an AppSync API with its schema, data sources, functions and resolvers.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::GraphQLApi".

mod auth;
mod data_sources;
mod pipeline;

use super::properties::{Properties, Property, kind, optional, required};
use super::tree::{attribute, is_given, list, map, reference, sub, text};
use super::{Expanded, Expansion, Failure, connector, role, tags};
use crate::template::{Content, Entry, Node, Resource, Span, Text};

const PROPERTIES: &[Property] = &[
    optional("ApiKeys", kind::MAP).of(kind::MAP).literal(),
    required("Auth", kind::MAP).literal(),
    optional("Cache", kind::MAP).literal(),
    optional("DataSources", kind::MAP).literal(),
    optional("DomainName", kind::MAP).literal(),
    optional("Functions", kind::MAP).of(kind::MAP).literal(),
    optional("IntrospectionConfig", kind::ANY).literal(),
    optional("Logging", kind::MAP | kind::BOOLEAN).literal(),
    optional("Name", kind::ANY).literal(),
    optional("OwnerContact", kind::ANY).literal(),
    optional("QueryDepthLimit", kind::ANY).literal(),
    optional("ResolverCountLimit", kind::ANY).literal(),
    optional("Resolvers", kind::MAP).of(kind::MAP).literal(),
    optional("SchemaInline", kind::TEXT).literal(),
    optional("SchemaUri", kind::TEXT).literal(),
    optional("Tags", kind::MAP).literal(),
    optional("Visibility", kind::ANY).literal(),
    optional("XrayEnabled", kind::BOOLEAN).literal(),
];

/// Makes the API and all that belongs to it.
pub(super) fn expand(expansion: &mut Expansion<'_>, resource: &Resource) -> Expanded {
    let owner = resource.called();
    // SAM drops what it doesn't know here.
    let mut known = resource.properties.clone();
    if let Some(fields) = known.as_mut().and_then(Node::as_map_mut) {
        fields.entries.retain(|entry| PROPERTIES.iter().any(|property| property.name == &*entry.key));
    }
    let properties = Properties::read(&owner, resource.span, known.as_ref(), PROPERTIES)?;
    let mut api = GraphQlApi {
        expansion,
        resource,
        owner,
        properties,
        span: resource.span,
        made: Vec::new(),
        names: Vec::new(),
        functions: Vec::new(),
        has_none: false,
    };
    api.expand()?;
    Ok(api.made)
}

struct GraphQlApi<'a, 't> {
    expansion: &'a mut Expansion<'t>,
    resource: &'a Resource,
    owner: String,
    properties: Properties<'a>,
    span: Span,
    made: Vec<Resource>,
    /// The data sources, and what names each.
    names: Vec<(Text, Node)>,
    /// The functions, and the ID of each.
    functions: Vec<(Text, Node)>,
    /// A data source that does nothing is used.
    has_none: bool,
}

impl<'a> GraphQlApi<'a, '_> {
    fn expand(&mut self) -> Result<(), Failure> {
        self.api()?;
        self.schema()?;
        self.api_keys()?;
        self.cache()?;
        self.data_sources()?;
        self.domain_name()?;
        self.make_functions()?;
        self.resolvers()?;
        if self.has_none {
            let id = format!("{}NoneDataSource", self.resource.logical_id);
            let source = self
                .make("AWS::AppSync::DataSource", &id)
                .with("Name", text(self.span, id.as_str()))
                .with("Type", text(self.span, "NONE"));
            self.made.push(source);
        }
        Ok(())
    }

    fn api_id(&self) -> Node {
        attribute(self.span, self.resource.logical_id.clone(), "ApiId")
    }

    fn bare(&self, resource_type: &'static str, logical_id: &str) -> Resource {
        let mut made = Resource::make(resource_type, logical_id, self.span).in_place_of(self.resource);
        made.depends_on.clone_from(&self.resource.depends_on);
        made
    }

    /// A resource that names the API.
    fn make(&self, resource_type: &'static str, logical_id: &str) -> Resource {
        self.bare(resource_type, logical_id).with("ApiId", self.api_id())
    }

    fn wrong<T>(&self, span: Span, message: &str) -> Result<T, Failure> {
        Err(Failure::new(span, format!("{message}, in {}", self.owner)))
    }

    /// The properties of a part of the API.
    fn part(&self, what: &str, node: &'a Node, known: &[Property]) -> Result<Properties<'a>, Failure> {
        Properties::read(&format!("{what} of {}", self.owner), node.span, Some(node), known)
    }

    /// The entries of a map among the properties.
    fn entries(&self, name: &str) -> &'a [Entry<Node>] {
        self.properties.get(name).and_then(Node::as_map).map_or(&[], |map| &map.entries)
    }

    fn api(&mut self) -> Result<(), Failure> {
        let id = &self.resource.logical_id;
        let own = text(self.span, id.clone());
        let mut api = self.bare("AWS::AppSync::GraphQLApi", id);
        api.set("Name", self.properties.given("Name").unwrap_or(&own).clone());
        for name in
            ["Visibility", "OwnerContact", "IntrospectionConfig", "QueryDepthLimit", "ResolverCountLimit"]
        {
            api = api.with_some(name, self.properties.given(name));
        }
        api = api.with_some("XrayEnabled", self.properties.get("XrayEnabled"));
        let functions = self.auth(&mut api)?;

        let mut own_tags = self.properties.get("Tags").and_then(Node::as_map).cloned().unwrap_or_default();
        own_tags.set("graphqlapi:createdBy", self.span, text(self.span, "SAM"));
        api.set("Tags", tags::as_list(self.span, &own_tags));

        let role = self.logging(&mut api)?;
        self.made.push(api);
        for (index, function) in functions.into_iter().enumerate() {
            let source = map(
                self.span,
                [
                    ("Type", text(self.span, "AWS::AppSync::GraphQLApi")),
                    ("Arn", reference(self.span, id.clone())),
                    ("ResourceId", self.api_id()),
                ],
            );
            self.connect(
                &format!("{id}ToLambdaAuthConnector{}", index + 1),
                source,
                FUNCTION,
                function,
                &["Write"],
            )?;
        }
        self.made.extend(role);
        Ok(())
    }

    /// Lets a source use a destination.
    fn connect(
        &mut self,
        logical_id: &str,
        source: Node,
        destination_type: &str,
        arn: Node,
        permissions: &[&str],
    ) -> Result<(), Failure> {
        let span = self.span;
        let destination = map(span, [("Type", text(span, destination_type)), ("Arn", arn)]);
        let permissions = list(span, permissions.iter().map(|name| text(span, *name)));
        let connector = Resource::make("AWS::Serverless::Connector", logical_id, span)
            .with("Source", source)
            .with("Destination", destination)
            .with("Permissions", permissions);
        self.made.extend(connector::expand(self.expansion, &connector)?);
        Ok(())
    }

    /// Sets what is logged. Makes the role for it where none is given.
    fn logging(&self, api: &mut Resource) -> Result<Option<Resource>, Failure> {
        const LOGGING: &[Property] = &[
            optional("CloudWatchLogsRoleArn", kind::ANY),
            optional("ExcludeVerboseContent", kind::ANY),
            optional("FieldLogLevel", kind::ANY),
        ];
        let span = self.span;
        let all = text(span, "ALL");
        let mut config = Vec::new();
        let mut given_role = None;
        match self.properties.get("Logging") {
            Some(Node { content: Content::Boolean(false), .. }) => return Ok(None),
            Some(node) if node.as_map().is_some() => {
                let logging = self.part("`Logging`", node, LOGGING)?;
                if let Some(exclude) = logging.given("ExcludeVerboseContent") {
                    config.push(("ExcludeVerboseContent", exclude.clone()));
                }
                config.push(("FieldLogLevel", logging.given("FieldLogLevel").unwrap_or(&all).clone()));
                given_role = logging.given("CloudWatchLogsRoleArn");
            }
            _ => config.push(("FieldLogLevel", all)),
        }
        let (arn, role) = match given_role {
            Some(arn) => (arn.clone(), None),
            None => {
                let id = format!("{}CloudWatchRole", self.resource.logical_id);
                let policy =
                    "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs";
                let role = self.role(&id).with("ManagedPolicyArns", list(span, [sub(span, policy)]));
                (attribute(span, id, "Arn"), Some(role))
            }
        };
        config.push(("CloudWatchLogsRoleArn", arn));
        api.set("LogConfig", map(span, config));
        Ok(role)
    }

    /// A role for AppSync.
    fn role(&self, id: &str) -> Resource {
        self.bare("AWS::IAM::Role", id)
            .with("AssumeRolePolicyDocument", role::trust(self.span, "appsync.amazonaws.com"))
    }

    fn schema_id(&self) -> String {
        format!("{}Schema", self.resource.logical_id)
    }

    fn schema(&mut self) -> Result<(), Failure> {
        let (inline, uri) = (self.properties.given("SchemaInline"), self.properties.given("SchemaUri"));
        if inline.is_some() == uri.is_some() {
            return self.wrong(self.span, "either `SchemaInline` or `SchemaUri` is needed");
        }
        let schema = self
            .make("AWS::AppSync::GraphQLSchema", &self.schema_id())
            .with_some("Definition", inline)
            .with_some("DefinitionS3Location", uri);
        self.made.push(schema);
        Ok(())
    }

    fn api_keys(&mut self) -> Result<(), Failure> {
        const KEY: &[Property] = &[
            optional("ApiKeyId", kind::ANY),
            optional("Description", kind::ANY),
            optional("ExpiresOn", kind::ANY),
        ];
        for entry in self.entries("ApiKeys") {
            let key = self.part("an API key", &entry.value, KEY)?;
            let made = self
                .make("AWS::AppSync::ApiKey", &format!("{}{}", self.resource.logical_id, entry.key))
                .with_some("ApiKeyId", key.get("ApiKeyId"))
                .with_some("Description", key.get("Description"))
                .with_some("Expires", key.get("ExpiresOn"));
            self.made.push(made);
        }
        Ok(())
    }

    fn cache(&mut self) -> Result<(), Failure> {
        const CACHE: &[Property] = &[
            required("ApiCachingBehavior", kind::ANY),
            optional("AtRestEncryptionEnabled", kind::ANY),
            optional("TransitEncryptionEnabled", kind::ANY),
            required("Ttl", kind::ANY),
            required("Type", kind::ANY),
        ];
        let Some(node) = self.properties.get("Cache") else { return Ok(()) };
        self.part("`Cache`", node, CACHE)?;
        let made = self.make("AWS::AppSync::ApiCache", &format!("{}ApiCache", self.resource.logical_id));
        self.made.push(with_all(made, node));
        Ok(())
    }

    fn domain_name(&mut self) -> Result<(), Failure> {
        const DOMAIN: &[Property] = &[
            required("CertificateArn", kind::ANY),
            optional("Description", kind::ANY),
            required("DomainName", kind::ANY),
        ];
        let Some(node) = self.properties.get("DomainName") else { return Ok(()) };
        self.part("`DomainName`", node, DOMAIN)?;
        let id = format!("{}DomainName", self.resource.logical_id);
        let domain = with_all(self.bare("AWS::AppSync::DomainName", &id), node);
        let association = self
            .make("AWS::AppSync::DomainNameApiAssociation", &format!("{id}ApiAssociation"))
            .with("DomainName", reference(self.span, id));
        self.made.extend([domain, association]);
        Ok(())
    }
}

const FUNCTION: &str = "AWS::Lambda::Function";

/// The resource with all properties of a part that are given.
fn with_all(made: Resource, node: &Node) -> Resource {
    let entries = node.as_map().into_iter().flatten();
    entries.fold(made, |made, entry| made.with_some(&entry.key, Some(&entry.value)))
}

/// A map without what is null.
fn without_nulls(node: &Node) -> Node {
    let mut node = node.clone();
    if let Some(fields) = node.as_map_mut() {
        fields.entries.retain(|entry| entry.value.content != Content::Null);
        for entry in &mut fields.entries {
            if entry.value.as_map().is_some() && is_given(&entry.value) {
                entry.value = without_nulls(&entry.value);
            }
        }
    }
    node
}
