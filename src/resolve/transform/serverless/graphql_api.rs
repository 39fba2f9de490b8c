//! `AWS::Serverless::GraphQLApi`: an AppSync API with its schema, data sources, functions and resolvers.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::GraphQLApi".

use super::properties::{Properties, Property, kind, optional, required};
use super::tree::{attribute, is_given, list, map, reference, sub, sub_with, text};
use super::{Expanded, Expansion, Failure, connector, role, tags};
use crate::template::{Content, Entry, Map, Node, Resource, Span, Text};

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

const AUTH: &[Property] = &[
    optional("Additional", kind::LIST).literal(),
    optional("LambdaAuthorizer", kind::MAP).literal(),
    optional("OpenIDConnect", kind::MAP).literal(),
    required("Type", kind::TEXT).literal(),
    optional("UserPool", kind::MAP).literal(),
];

/// What stands for the code of a resolver that has none.
const DEFAULT_RESOLVER: &str = "\nexport function request(ctx) {\n    return {};\n}\n\nexport function response(ctx) {\n    return ctx.prev.result;\n}\n";

const RUNTIME: &[Property] = &[required("Name", kind::ANY), required("Version", kind::ANY)];

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

    /// Sets who may call the API. Gives the functions that decide it.
    fn auth(&self, api: &mut Resource) -> Result<Vec<Node>, Failure> {
        let Some(node) = self.properties.get("Auth") else {
            return self.wrong(self.span, "`Auth` is needed");
        };
        let auth = self.part("`Auth`", node, AUTH)?;
        let mut functions = Vec::new();
        let kind = self.auth_kind(&auth)?;
        api.set("AuthenticationType", kind.clone());
        if let Some((name, configuration)) = self.authorizer(&auth, false)? {
            if name == "LambdaAuthorizerConfig" {
                functions.extend(configuration.as_map().and_then(|map| map.get("AuthorizerUri")).cloned());
            }
            api.set(name, configuration);
        }
        let mut providers = Vec::new();
        for node in auth.get("Additional").and_then(Node::as_list).unwrap_or_default() {
            let additional = self.part("an item of `Additional`", node, AUTH)?;
            if let Some(more) = additional.get("Additional") {
                return self.wrong(more.span, "an item of `Additional` can't have `Additional`");
            }
            let mut provider = vec![("AuthenticationType", self.auth_kind(&additional)?.clone())];
            if let Some((name, configuration)) = self.authorizer(&additional, true)? {
                if name == "LambdaAuthorizerConfig" {
                    functions
                        .extend(configuration.as_map().and_then(|map| map.get("AuthorizerUri")).cloned());
                }
                provider.push((name, configuration));
            }
            providers.push(map(node.span, provider));
        }
        if !providers.is_empty() {
            api.set("AdditionalAuthenticationProviders", list(node.span, providers));
        }
        Ok(functions)
    }

    fn auth_kind(&self, auth: &Properties<'a>) -> Result<&'a Node, Failure> {
        const KINDS: [&str; 5] =
            ["AWS_IAM", "API_KEY", "AWS_LAMBDA", "OPENID_CONNECT", "AMAZON_COGNITO_USER_POOLS"];
        let kind =
            auth.get("Type").filter(|kind| kind.as_text().is_some_and(|kind| KINDS.contains(&&**kind)));
        match kind {
            Some(kind) => Ok(kind),
            None => self.wrong(
                auth.span_of("Type"),
                &format!("`Type` of `Auth` has to be one of {}", KINDS.join(", ")),
            ),
        }
    }

    /// The configuration of an authorizer, and under which name an API has it.
    fn authorizer(
        &self,
        auth: &Properties<'a>,
        is_additional: bool,
    ) -> Result<Option<(&'static str, Node)>, Failure> {
        const LAMBDA: &[Property] = &[
            optional("AuthorizerResultTtlInSeconds", kind::ANY),
            required("AuthorizerUri", kind::ANY),
            optional("IdentityValidationExpression", kind::ANY),
        ];
        const OPEN_ID: &[Property] = &[
            optional("AuthTTL", kind::ANY),
            optional("ClientId", kind::ANY),
            optional("IatTTL", kind::ANY),
            optional("Issuer", kind::ANY),
        ];
        const USER_POOL: &[Property] = &[
            optional("AppIdClientRegex", kind::ANY),
            optional("AwsRegion", kind::ANY),
            optional("DefaultAction", kind::ANY),
            required("UserPoolId", kind::ANY),
        ];
        let kinds = [
            ("AWS_LAMBDA", "LambdaAuthorizer", "LambdaAuthorizerConfig", LAMBDA),
            ("OPENID_CONNECT", "OpenIDConnect", "OpenIDConnectConfig", OPEN_ID),
            ("AMAZON_COGNITO_USER_POOLS", "UserPool", "UserPoolConfig", USER_POOL),
        ];
        let mut given = 0;
        for (_, property, _, known) in kinds {
            if let Some(node) = auth.get(property) {
                self.part(&format!("`{property}`"), node, known)?;
                given += 1;
            }
        }
        if given > 1 {
            return self.wrong(auth.span, "`Auth` can be of one type only: give what belongs to `Type`");
        }
        let kind = auth.get("Type").and_then(Node::as_text).map_or("", |kind| &**kind);
        let Some((_, property, name, _)) = kinds.into_iter().find(|(own, ..)| *own == kind) else {
            return Ok(None);
        };
        let Some(node) = auth.get(property) else {
            return self.wrong(auth.span, &format!("`Auth` of type {kind} needs `{property}`"));
        };
        let mut configuration = without_nulls(node);
        if is_additional && let Some(fields) = configuration.as_map_mut() {
            // Only the first authorizer decides by default.
            fields.remove("DefaultAction");
        }
        Ok(Some((name, configuration)))
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
        let Some(node) = self.properties.given("Cache") else { return Ok(()) };
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
        let Some(node) = self.properties.given("DomainName") else { return Ok(()) };
        self.part("`DomainName`", node, DOMAIN)?;
        let id = format!("{}DomainName", self.resource.logical_id);
        let domain = with_all(self.bare("AWS::AppSync::DomainName", &id), node);
        let association = self
            .make("AWS::AppSync::DomainNameApiAssociation", &format!("{id}ApiAssociation"))
            .with("DomainName", reference(self.span, id));
        self.made.extend([domain, association]);
        Ok(())
    }

    fn data_sources(&mut self) -> Result<(), Failure> {
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

    fn make_functions(&mut self) -> Result<(), Failure> {
        const STEP: &[Property] = &[
            optional("CodeUri", kind::ANY),
            optional("DataSource", kind::TEXT),
            optional("Description", kind::ANY),
            optional("Id", kind::ANY),
            optional("InlineCode", kind::ANY),
            optional("MaxBatchSize", kind::ANY),
            optional("Name", kind::TEXT | kind::INTEGER).literal(),
            optional("Runtime", kind::MAP).literal(),
            optional("Sync", kind::MAP).literal(),
        ];
        const SYNC: &[Property] = &[
            required("ConflictDetection", kind::ANY),
            optional("ConflictHandler", kind::ANY),
            optional("LambdaConflictHandlerConfig", kind::MAP).literal(),
        ];
        for entry in self.entries("Functions") {
            let what = format!("the function `{}`", entry.key);
            let step = self.part(&what, &entry.value, STEP)?;
            if let Some(id) = step.given("Id") {
                if step.map.iter().filter(|entry| entry.value.content != Content::Null).count() > 1 {
                    return self.wrong(id.span, &format!("{what} can have either `Id` or other properties"));
                }
                self.functions.push((entry.key.clone(), id.clone()));
                continue;
            }
            let id = format!("{}{}", self.resource.logical_id, entry.key);
            let own = text(entry.key_span, entry.key.clone());
            let (inline, uri) = (step.given("InlineCode"), step.given("CodeUri"));
            if inline.is_some() == uri.is_some() {
                return self.wrong(entry.key_span, &format!("{what} needs either `InlineCode` or `CodeUri`"));
            }
            let source = self.source_name(&what, &step)?;
            let mut made = self
                .make("AWS::AppSync::FunctionConfiguration", &id)
                .with("Name", step.given("Name").unwrap_or(&own).clone())
                .with_some("Code", inline)
                .with_some("CodeS3Location", uri)
                .with("DataSourceName", source)
                .with_some("MaxBatchSize", step.get("MaxBatchSize"))
                .with_some("Description", step.get("Description"))
                .with("Runtime", self.runtime(&what, &step)?);
            if let Some(sync) = step.get("Sync") {
                self.part("`Sync`", sync, SYNC)?;
                made.set("SyncConfig", without_nulls(sync));
            }
            self.made.push(made);
            self.functions.push((entry.key.clone(), attribute(entry.key_span, id, "FunctionId")));
        }
        Ok(())
    }

    /// The name of the data source that a function reads.
    fn source_name(&mut self, what: &str, step: &Properties<'a>) -> Result<Node, Failure> {
        let Some(source) = step.given("DataSource") else {
            return self.wrong(step.span, &format!("{what} needs `DataSource`"));
        };
        let Some(name) = source.as_text() else { return Ok(source.clone()) };
        if name.eq_ignore_ascii_case("none") {
            self.has_none = true;
            let id = format!("{}NoneDataSource", self.resource.logical_id);
            return Ok(attribute(source.span, id, "Name"));
        }
        match self.names.iter().find(|(known, _)| known == name) {
            Some((_, found)) => Ok(found.clone()),
            None => self.wrong(source.span, &format!("`DataSource` of {what} names none of `DataSources`")),
        }
    }

    fn runtime(&self, what: &str, part: &Properties<'a>) -> Result<Node, Failure> {
        let Some(node) = part.given("Runtime") else {
            return self.wrong(part.span, &format!("{what} needs `Runtime`"));
        };
        let runtime = self.part("`Runtime`", node, RUNTIME)?;
        let value = |name: &str| runtime.get(name).cloned().unwrap_or_else(|| text(node.span, ""));
        Ok(map(node.span, [("Name", value("Name")), ("RuntimeVersion", value("Version"))]))
    }

    fn resolvers(&mut self) -> Result<(), Failure> {
        const RESOLVER: &[Property] = &[
            optional("Caching", kind::MAP).literal(),
            optional("CodeUri", kind::ANY),
            optional("FieldName", kind::TEXT | kind::INTEGER).literal(),
            optional("InlineCode", kind::ANY),
            optional("MaxBatchSize", kind::ANY),
            optional("Pipeline", kind::LIST).of(kind::TEXT).literal(),
            optional("Runtime", kind::MAP).literal(),
            optional("Sync", kind::MAP).literal(),
        ];
        const CACHING: &[Property] =
            &[optional("CachingKeys", kind::LIST).literal(), required("Ttl", kind::ANY)];
        for kind_entry in self.entries("Resolvers") {
            for entry in kind_entry.value.as_map().into_iter().flatten() {
                let span = entry.key_span;
                let what = format!("the resolver `{}`", entry.key);
                let resolver = self.part(&what, &entry.value, RESOLVER)?;
                let (inline, uri) = (resolver.given("InlineCode"), resolver.given("CodeUri"));
                if inline.is_some() && uri.is_some() {
                    return self.wrong(span, &format!("{what} can have either `InlineCode` or `CodeUri`"));
                }
                let Some(pipeline) = resolver.given("Pipeline").and_then(Node::as_list) else {
                    return self.wrong(span, &format!("{what} needs `Pipeline`"));
                };
                let mut steps = Vec::new();
                for step in pipeline {
                    let known = self.functions.iter().find(|(name, _)| step.as_text() == Some(name));
                    match known {
                        Some((_, id)) => steps.push(id.clone()),
                        None => {
                            return self.wrong(
                                step.span,
                                &format!("`Pipeline` of {what} names none of `Functions`"),
                            );
                        }
                    }
                }
                let id = format!("{}{}{}", self.resource.logical_id, kind_entry.key, entry.key);
                let own = text(span, entry.key.clone());
                let mut made = self.make("AWS::AppSync::Resolver", &id);
                made.depends_on = vec![(Text::from(self.schema_id()), span)];
                if inline.is_none() && uri.is_none() {
                    let runtime =
                        [("Name", text(span, "APPSYNC_JS")), ("RuntimeVersion", text(span, "1.0.0"))];
                    made.set("Code", text(span, DEFAULT_RESOLVER));
                    made.set("Runtime", map(span, runtime));
                } else {
                    made = made.with_some("Code", inline).with_some("CodeS3Location", uri);
                    made.set("Runtime", self.runtime(&what, &resolver)?);
                }
                made.set("FieldName", resolver.given("FieldName").unwrap_or(&own).clone());
                made.set("TypeName", text(kind_entry.key_span, kind_entry.key.clone()));
                made.set("Kind", text(span, "PIPELINE"));
                made.set("PipelineConfig", map(span, [("Functions", list(span, steps))]));
                if let Some(caching) = resolver.given("Caching") {
                    self.part("`Caching`", caching, CACHING)?;
                    made.set("CachingConfig", without_nulls(caching));
                }
                made = made.with_some("MaxBatchSize", resolver.given("MaxBatchSize"));
                self.made.push(made);
            }
        }
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
