//! The functions of a GraphQL API, and the resolvers that call them one after the other.

use super::super::Failure;
use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::tree::{attribute, list, map, text};
use super::{GraphQlApi, without_nulls};
use crate::template::{Content, Node, Text};

/// What stands for the code of a resolver that has none.
const DEFAULT_RESOLVER: &str = "\nexport function request(ctx) {\n    return {};\n}\n\nexport function response(ctx) {\n    return ctx.prev.result;\n}\n";

const RUNTIME: &[Property] = &[required("Name", kind::ANY), required("Version", kind::ANY)];

impl<'a> GraphQlApi<'a, '_> {
    pub(super) fn make_functions(&mut self) -> Result<(), Failure> {
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

    pub(super) fn resolvers(&mut self) -> Result<(), Failure> {
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
