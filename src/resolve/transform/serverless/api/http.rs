//! `AWS::Serverless::HttpApi`: an HTTP API with its stage, and what its custom domain and its authorizers need.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::HttpApi".

use super::super::properties::{Properties, Property, kind, optional};
use super::super::{Expanded, Expansion, Failure, code};
use super::editor::{map_of, word_of};
use super::fields::Fields;
use super::http_authorizer::HttpAuthorizer;
use super::openapi::{DEFAULT_PATH, OpenApi, is_definition};
use super::piece::{Content, Piece, Word};
use super::{http_domain, stage_id};
use crate::template::{Resource, Span};

pub(super) const STAGE: &str = "AWS::ApiGatewayV2::Stage";
pub(super) const DOMAIN_NAME: &str = "AWS::ApiGatewayV2::DomainName";

/// The tag that says what made the API.
const TAG: &str = "httpapi:createdBy";

const PROPERTIES: &[Property] = &[
    optional("AccessLogSettings", kind::MAP),
    optional("Auth", kind::MAP),
    optional("CorsConfiguration", kind::BOOLEAN | kind::MAP),
    optional("DefaultRouteSettings", kind::MAP),
    optional("DefinitionBody", kind::MAP),
    optional("DefinitionUri", kind::TEXT | kind::MAP),
    optional("Description", kind::TEXT),
    optional("DisableExecuteApiEndpoint", kind::BOOLEAN),
    optional("Domain", kind::MAP),
    optional("FailOnWarnings", kind::BOOLEAN),
    optional("Name", kind::ANY).literal(),
    optional("PropagateTags", kind::BOOLEAN),
    optional("RouteSettings", kind::MAP),
    optional("StageName", kind::TEXT | kind::MAP),
    optional("StageVariables", kind::MAP),
    optional("Tags", kind::MAP),
];

/// The properties that go to the stage as they are.
const OF_STAGE: [&str; 4] = ["StageVariables", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings"];

/// The settings of CORS, and what a definition calls them.
const CORS: [(&str, &str); 6] = [
    ("AllowOrigins", "allowOrigins"),
    ("AllowHeaders", "allowHeaders"),
    ("AllowMethods", "allowMethods"),
    ("ExposeHeaders", "exposeHeaders"),
    ("MaxAge", "maxAge"),
    ("AllowCredentials", "allowCredentials"),
];

/// An HTTP API while it is expanded.
struct HttpApi<'a, 't> {
    expansion: &'a mut Expansion<'t>,
    resource: &'a Resource,
    properties: Piece,
    definition: Option<Piece>,
}

/// Makes the HTTP API and what belongs to it.
pub(in super::super) fn expand(expansion: &mut Expansion<'_>, resource: &Resource) -> Expanded {
    let mut properties = expansion.apis.take(resource);
    Properties::read(&resource.called(), resource.span, Some(&properties.to_node()), PROPERTIES)?;
    for name in ["CorsConfiguration", "Domain"] {
        if let Some(value) = properties.as_map_mut().and_then(|map| map.get_mut(name)) {
            expansion.inline_parameters(value)?;
        }
    }
    let definition = properties.get("DefinitionBody").cloned();
    HttpApi { expansion, resource, properties, definition }.expand()
}

impl HttpApi<'_, '_> {
    fn expand(&mut self) -> Expanded {
        let given = self.properties.get_set("Tags").cloned();
        let mut tags = given.unwrap_or_else(|| Piece::fields(self.resource.span, Fields::default()));
        let has_definition = self.properties.get("DefinitionBody").is_some();
        let mut made = vec![self.http_api(&mut tags)?];
        if let Some(domain) = self.properties.get("Domain") {
            let domain = http_domain::expand(self.resource, domain, TAG)?;
            made.extend(domain.made);
            if let Some((group, records)) = domain.records {
                made.push(self.expansion.apis.add_records(group, &records));
            }
        }
        made.extend(self.permissions()?);
        made.push(self.stage(&tags));
        if has_definition && tags.is_set() {
            // Tags go to all that is made, as far as they are known to the definition.
            for resource in &mut made {
                if matches!(&*resource.resource_type, STAGE | DOMAIN_NAME) {
                    resource.set("Tags", tags.to_node());
                }
            }
        }
        let logical_id = &self.resource.logical_id;
        self.expansion.refer_to_type(logical_id, "Stage", STAGE, &made);
        self.expansion.refer_to_type(logical_id, "DomainName", DOMAIN_NAME, &made);
        Ok(made)
    }

    fn wrong<T>(&self, span: Span, message: &str) -> Result<T, Failure> {
        Err(Failure::new(span, format!("{message}, in {}", self.resource.called())))
    }

    fn http_api(&mut self, tags: &mut Piece) -> Result<Resource, Failure> {
        let resource = self.resource;
        let mut api = Resource::make("AWS::ApiGatewayV2::Api", resource.logical_id.clone(), resource.span)
            .in_place_of(resource);
        api.depends_on.clone_from(&resource.depends_on);
        let uri = self.properties.get_set("DefinitionUri").cloned();
        if let (Some(uri), true) = (&uri, self.definition.as_ref().is_some_and(Piece::is_set)) {
            return self.wrong(uri.span, "give either `DefinitionUri` or `DefinitionBody`, not both");
        }
        self.add_cors()?;
        self.add_auth()?;
        self.add_tags(tags)?;
        let fails = self.properties.get_set("FailOnWarnings").cloned();
        if let Some(fails) = &fails {
            api.set("FailOnWarnings", fails.to_node());
        }
        if let Some(is_disabled) = self.properties.get("DisableExecuteApiEndpoint").cloned() {
            let mut definition = OpenApi::edit(self.edited("DisableExecuteApiEndpoint")?)?;
            definition.set_default_endpoint(&is_disabled)?;
            definition.finish();
        }
        self.set_info("Name", "title")?;
        self.set_info("Description", "description")?;
        if fails.is_some() {
            self.rename_default_path();
        }
        match (uri, self.definition.as_ref().filter(|definition| definition.is_set())) {
            (Some(uri), _) => {
                let owner = resource.called();
                let place = code::location(&owner, "DefinitionUri", &uri.to_node(), code::DEFINITION)?;
                api.set("BodyS3Location", place);
            }
            (None, Some(definition)) => api.set("Body", definition.to_node()),
            (None, None) => {
                return self.wrong(resource.span, "`DefinitionUri` or `DefinitionBody` is needed");
            }
        }
        Ok(api)
    }

    /// The definition, which a property needs inline.
    fn edited(&mut self, property: &str) -> Result<&mut Piece, Failure> {
        let span = self.properties.get(property).map_or(self.resource.span, |value| value.span);
        let owner = self.resource.called();
        match self.definition.as_mut().filter(|definition| definition.is_set()) {
            None => Err(Failure::new(
                span,
                format!("`{property}` of {owner} works only with an inline `DefinitionBody`"),
            )),
            Some(definition) if !is_definition(Some(definition)) => Err(Failure::new(
                definition.span,
                format!(
                    "`{property}` needs `DefinitionBody` of {owner} to be a definition in OpenAPI 3, with `paths`"
                ),
            )),
            Some(definition) => Ok(definition),
        }
    }

    fn add_cors(&mut self) -> Result<(), Failure> {
        let Some(given) = self.properties.get_set("CorsConfiguration").cloned() else { return Ok(()) };
        let span = given.span;
        let mut settings = Fields::default();
        match &given.content {
            Content::Boolean(_) => {
                settings.put("allowOrigins", Piece::list(span, vec![Piece::text(span, "*")]));
            }
            Content::Map(function) if given.is_function() => {
                // What the function chooses from is renamed, whatever it is.
                for field in function.iter() {
                    let mut value = field.value.clone();
                    value.replace_text(&|word| renamed(word));
                    settings.set(renamed(&field.key), field.key_span, value);
                }
            }
            Content::Map(fields) => {
                if let Some(field) =
                    fields.iter().find(|field| !CORS.iter().any(|(name, _)| *name == &*field.key.text))
                {
                    let message = format!("unknown property `{}` of `CorsConfiguration`", field.key.text);
                    return self.wrong(field.key_span, &message);
                }
                let is_any = |origins: &Piece| matches!(origins.as_list(), Some([origin]) if origin.as_text() == Some("*"));
                let with_credentials = given.get("AllowCredentials").is_some_and(Piece::is_true);
                let origins = given.get_set("AllowOrigins");
                if with_credentials && origins.is_some_and(is_any) {
                    return self.wrong(span, "`AllowCredentials` needs other `AllowOrigins` than '*'");
                }
                if let Some(function) =
                    origins.filter(|origins| origins.is_function()).and_then(Piece::as_map)
                {
                    // SAM takes the function itself for the settings.
                    for field in function.iter() {
                        let mut value = field.value.clone();
                        value.replace_text(&|word| renamed(word));
                        settings.set(renamed(&field.key), field.key_span, value);
                    }
                } else {
                    for (name, key) in CORS {
                        let value = match name {
                            "MaxAge" => given.get(name),
                            "AllowCredentials" => given.get(name).filter(|value| value.is_true()),
                            _ => given.get_set(name),
                        };
                        if let Some(value) = value {
                            settings.put(key, value.clone());
                        }
                    }
                }
            }
            _ => return self.wrong(span, "`CorsConfiguration` has to be true or a map"),
        }
        let mut definition = OpenApi::edit(self.edited("CorsConfiguration")?)?;
        definition.set_cors(&settings)?;
        definition.finish();
        Ok(())
    }

    fn add_auth(&mut self) -> Result<(), Failure> {
        let Some(auth) = self.properties.get_set("Auth").cloned() else { return Ok(()) };
        self.edited("Auth")?;
        let known = ["Authorizers", "DefaultAuthorizer", "EnableIamAuthorizer"];
        if let Some(field) = map_of(&auth, "`Auth`")?.iter().find(|field| !known.contains(&&*field.key.text))
        {
            return self.wrong(field.key_span, &format!("unknown property `{}` of `Auth`", field.key.text));
        }
        let authorizers = self.authorizers(&auth)?;
        let owner = self.resource.called();
        let mut definition = OpenApi::edit(self.edited("Auth")?)?;
        definition.add_authorizers(&authorizers)?;
        if let Some(default) = auth.get_set("DefaultAuthorizer").filter(|default| !default.is_no_value()) {
            let name = word_of(default, "`DefaultAuthorizer`")?;
            let Some(authorizer) = authorizers.iter().find(|authorizer| authorizer.name.text == name.text)
            else {
                let message =
                    format!("`DefaultAuthorizer` names `{}`, which {owner} doesn't declare", name.text);
                return Err(Failure::new(default.span, message));
            };
            let scopes = authorizer.scopes(default.span);
            for path in definition.paths()?.names() {
                definition.set_default_authorizer(&path.text, name, &scopes)?;
            }
        }
        definition.finish();
        Ok(())
    }

    fn authorizers(&self, auth: &Piece) -> Result<Vec<HttpAuthorizer>, Failure> {
        let partition = self.expansion.partition_name();
        let mut authorizers = Vec::new();
        if let Some(enabled) = auth.get("EnableIamAuthorizer").filter(|enabled| enabled.is_true()) {
            authorizers.push(HttpAuthorizer::iam(enabled.span, partition));
        }
        if let Some(declared) = auth.get_set("Authorizers") {
            for field in map_of(declared, "`Authorizers`")?.in_order() {
                authorizers.push(HttpAuthorizer::read(&field.key, field.key_span, &field.value, partition)?);
            }
        }
        Ok(authorizers)
    }

    /// Puts the tags into the definition, with the one that says what made it.
    fn add_tags(&mut self, tags: &mut Piece) -> Result<(), Failure> {
        let has_definition = self.definition.as_ref().is_some_and(Piece::is_set);
        if tags.is_set() {
            self.edited("Tags")?;
        } else if !has_definition || !is_definition(self.definition.as_ref()) {
            return Ok(());
        }
        let span = self.resource.span;
        let Some(fields) = tags.as_map_mut() else { return self.wrong(span, "`Tags` has to be a map") };
        fields.put(TAG, Piece::text(span, "SAM"));
        let mut definition = OpenApi::edit(self.edited("Tags")?)?;
        definition.add_tags(fields)?;
        definition.finish();
        Ok(())
    }

    /// Puts the name or the description of the API into its definition.
    fn set_info(&mut self, property: &str, key: &str) -> Result<(), Failure> {
        let Some(value) = self.properties.get_set(property).cloned() else { return Ok(()) };
        let definition = match self.definition.as_mut().filter(|definition| definition.is_set()) {
            Some(definition) => definition,
            None => self.edited(property)?,
        };
        let own = match definition.get("info") {
            Some(info) => map_of(info, "`info` in the definition of the API")?.get(key),
            None => None,
        };
        let default = Piece::reference(value.span, "AWS::StackName");
        let is_default = match own {
            Some(own) if key == "title" => own.is_same(&default),
            Some(own) => !own.is_set(),
            None => key != "title",
        };
        if !is_default {
            let message = format!("`{property}` is given as `{key}` in `DefinitionBody` already");
            return self.wrong(value.span, &message);
        }
        let mut definition = OpenApi::edit(self.edited(property)?)?;
        definition.set_info(key, &value)?;
        definition.finish();
        Ok(())
    }

    /// Gives the default path a slash, which keeps API Gateway from warning.
    fn rename_default_path(&mut self) {
        let definition = self.definition.as_mut().and_then(Piece::as_map_mut);
        let paths = definition.and_then(|definition| definition.get_mut("paths")).and_then(Piece::as_map_mut);
        if let Some(paths) = paths
            && let Some(path) = paths.remove(DEFAULT_PATH)
        {
            paths.put("/$default", path);
        }
    }

    fn stage(&self, tags: &Piece) -> Resource {
        let span = self.resource.span;
        let default = Piece::text(span, "$default");
        let name = self.properties.get_set("StageName").unwrap_or(&default);
        let logical_id = if name.as_text() == Some("$default") {
            format!("{}ApiGatewayDefaultStage", self.resource.logical_id)
        } else {
            stage_id(&self.resource.logical_id, name)
        };
        let mut stage = Resource::make(STAGE, logical_id, span).under(self.resource);
        stage.set("ApiId", Piece::reference(span, self.resource.logical_id.clone()).to_node());
        stage.set("StageName", name.to_node());
        for property in OF_STAGE {
            if let Some(value) = self.properties.get(property) {
                stage.set(property, value.to_node());
            }
        }
        if tags.is_set() || self.properties.get("Tags").is_some() {
            stage.set("Tags", tags.to_node());
        }
        stage.set("AutoDeploy", Piece::boolean(span, true).to_node());
        stage
    }

    /// Lets API Gateway call the functions of authorizers.
    fn permissions(&self) -> Result<Vec<Resource>, Failure> {
        let Some(auth) = self.properties.get_set("Auth") else { return Ok(Vec::new()) };
        let mut permissions = Vec::new();
        for authorizer in self.authorizers(auth)? {
            let Some(function) = authorizer.permitted_function() else { continue };
            let logical_id =
                format!("{}{}AuthorizerPermission", self.resource.logical_id, authorizer.name.text);
            let arn = super::authorizers_arn(authorizer.span, "${AWS::Partition}", &self.resource.logical_id);
            let permission = super::permission(logical_id, authorizer.span)
                .under(self.resource)
                .with("FunctionName", function.to_node())
                .with("SourceArn", arn);
            permissions.push(permission);
        }
        Ok(permissions)
    }
}

/// A text with the settings of CORS as a definition calls them.
fn renamed(word: &Word) -> Word {
    let mut text = word.text.to_string();
    for (name, key) in CORS {
        text = text.replace(name, key);
    }
    word.with(text)
}
