//! The section Globals as it is merged into the properties of APIs, in the order in which SAM does it.
//!
//! Facts: the AWS SAM Developer Guide, "Globals section of the AWS SAM template".

use super::super::{Expansion, PREFIX};
use super::editor::is_version_3;
use super::fields::Fields;
use super::piece::{Content, Piece};
use super::python;
use crate::template::{self, Node};

/// The type of REST APIs.
const REST: &str = "AWS::Serverless::Api";

impl Expansion<'_> {
    /// Merges the section Globals into the properties of APIs, and says in their definitions which version of OpenAPI
    /// they are in.
    pub(in super::super) fn finish_apis(&mut self) {
        let globals = self.globals.as_ref().and_then(Node::as_map);
        for resource in self.source.iter() {
            let section = resource.resource_type.strip_prefix(PREFIX).and_then(|name| globals?.get(name));
            let is_ordered = self.apis.is_ordered();
            let Some(api) = self.apis.properties.get_mut(&resource.logical_id) else { continue };
            if let Some(section) = section {
                // Only the globals of REST APIs are in Python 2's order.
                let is_rest = &*resource.resource_type == REST;
                let mut section = Piece::read(section, is_ordered && is_rest);
                if let Some(fields) = section.as_map_mut() {
                    match resource.ignore_globals.as_ref().map(|ignored| &ignored.content) {
                        Some(template::Content::Text(_)) => *fields = Fields::default(),
                        Some(template::Content::List(names)) => {
                            names.iter().filter_map(Node::as_text).for_each(|name| {
                                fields.remove(name);
                            });
                        }
                        _ => {}
                    }
                }
                let own = std::mem::replace(
                    &mut api.properties,
                    Piece { span: resource.span, content: Content::Null },
                );
                api.properties = merged(&section, own);
            }
            if &*resource.resource_type == REST && api.is_managed {
                set_openapi_version(&mut api.properties);
            }
        }
    }
}

/// Lists one after the other, maps key by key; of anything else the resource's own.
fn merged(global: &Piece, own: Piece) -> Piece {
    if global.is_function() || own.is_function() {
        return own;
    }
    let span = own.span;
    let content = match (&global.content, own.content) {
        (Content::List(items), Content::List(own)) => {
            Content::List(items.iter().cloned().chain(own).collect())
        }
        (Content::Map(fields), Content::Map(own)) => {
            let mut all = fields.copied();
            for field in own.in_order() {
                let value = match all.get(&field.key.text) {
                    Some(global) => merged(global, field.value.clone()),
                    None => field.value.clone(),
                };
                all.set(field.key.clone(), field.key_span, value);
            }
            Content::Map(all)
        }
        (_, own) => own,
    };
    Piece { span, content }
}

/// Turns the definition that SAM makes into one of OpenAPI 3, where the API asks for that.
fn set_openapi_version(properties: &mut Piece) {
    let Some(version) = properties.get("OpenApiVersion").filter(|version| is_version_3(version)).cloned()
    else {
        return;
    };
    let version = match version.as_word() {
        Some(_) => version,
        None => Piece::text(version.span, python::print(&version)),
    };
    let Some(fields) = properties.as_map_mut() else { return };
    fields.put("OpenApiVersion", version.clone());
    if let Some(definition) = fields.get_mut("DefinitionBody").and_then(Piece::as_map_mut) {
        definition.put("openapi", version);
        if definition.get("swagger").is_some_and(Piece::is_set) {
            definition.remove("swagger");
        }
    }
}
