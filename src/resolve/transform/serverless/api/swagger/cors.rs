//! How a REST API answers the preflight requests of browsers.

use super::super::super::Failure;
use super::super::editor::{self, INTEGRATION};
use super::super::fields::Fields;
use super::super::piece::Piece;
use super::Swagger;
use crate::template::Span;

/// The HTTP methods that SAM lists where an API takes all.
const ALL_METHODS: &str = "DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT";

/// How preflight requests are answered.
pub(in super::super) struct Cors {
    pub(in super::super) span: Span,
    pub(in super::super) origin: Option<Piece>,
    pub(in super::super) headers: Option<Piece>,
    pub(in super::super) methods: Option<Piece>,
    pub(in super::super) max_age: Option<Piece>,
    pub(in super::super) with_credentials: bool,
}

impl Swagger<'_> {
    /// Answers the preflight requests of browsers on a path, unless the definition does.
    pub(in super::super) fn add_cors(&mut self, path: &str, cors: &Cors) -> Result<(), Failure> {
        let mut methods = cors.methods.clone();
        let mut paths = self.paths();
        for item in paths.items_mut(path)? {
            if item.has("options") {
                continue;
            }
            let Some(origin) = &cors.origin else {
                return Err(Failure::new(cors.span, "`AllowOrigin` of `Cors` must not be empty"));
            };
            let methods = methods.get_or_insert_with(|| Piece::text(cors.span, methods_of(item)));
            let options = cors.options(origin, methods);
            item.put("options", options);
        }
        Ok(())
    }
}

impl Cors {
    /// The method OPTIONS, answered by API Gateway itself.
    fn options(&self, origin: &Piece, methods: &Piece) -> Piece {
        let span = self.span;
        let text = |text: &str| Piece::text(span, text);
        let empty = || Fields::ordered();
        let mut values = empty();
        let mut headers = empty();
        let mut add = |name: &str, value: Piece, kind: &str| {
            values.put(&format!("method.response.header.Access-Control-{name}"), value);
            headers.put(&format!("Access-Control-{name}"), Piece::plain(span, [("type", text(kind))]));
        };
        add("Allow-Origin", origin.clone(), "string");
        if let Some(headers) = &self.headers {
            add("Allow-Headers", headers.clone(), "string");
        }
        add("Allow-Methods", methods.clone(), "string");
        if let Some(age) = &self.max_age {
            add("Max-Age", age.clone(), "integer");
        }
        if self.with_credentials {
            add("Allow-Credentials", text("'true'"), "string");
        }
        let json = |body: &str| Piece::plain(span, [("application/json", text(body))]);
        let default = Piece::map(
            span,
            [
                ("statusCode", text("200")),
                ("responseParameters", Piece::fields(span, values)),
                ("responseTemplates", json("{}\n")),
            ],
        );
        let integration = Piece::map(
            span,
            [
                ("type", text("mock")),
                ("requestTemplates", json("{\n  \"statusCode\" : 200\n}\n")),
                ("responses", Piece::map(span, [("default", default)])),
            ],
        );
        let response = Piece::map(
            span,
            [
                ("description", text("Default response for CORS method")),
                ("headers", Piece::fields(span, headers)),
            ],
        );
        let media = || Piece::list(span, vec![text("application/json")]);
        Piece::map(
            span,
            [
                ("summary", text("CORS support")),
                ("consumes", media()),
                ("produces", media()),
                (INTEGRATION, integration),
                ("responses", Piece::map(span, [("200", response)])),
            ],
        )
    }
}

/// The methods of a path, in quotes, as a browser wants to hear them.
fn methods_of(item: &Fields) -> String {
    if item.has(editor::ANY) {
        return format!("'{ALL_METHODS}'");
    }
    let mut methods: Vec<String> = item.iter().map(|field| field.key.text.to_uppercase()).collect();
    methods.push("OPTIONS".to_owned());
    methods.sort_unstable();
    methods.dedup();
    format!("'{}'", methods.join(","))
}
