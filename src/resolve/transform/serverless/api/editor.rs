//! What the definitions of REST and HTTP APIs have in common: paths, and methods in them, each of which may be the
//! choice of a condition.

use super::super::Failure;
use super::fields::Fields;
use super::piece::{Content, Piece, Word};
use crate::template::Span;

/// The method that stands for all.
pub(super) const ANY: &str = "x-amazon-apigateway-any-method";
/// What a method calls.
pub(super) const INTEGRATION: &str = "x-amazon-apigateway-integration";
/// How an authorizer is called.
pub(super) const AUTHORIZER: &str = "x-amazon-apigateway-authorizer";
/// Where the endpoint of an API is configured.
pub(super) const ENDPOINT: &str = "x-amazon-apigateway-endpoint-configuration";

/// The name of a method in a definition.
pub(super) fn normalized(method: &Word) -> Word {
    let lower = method.text.to_lowercase();
    if lower == "any" { Word::made(ANY) } else { method.with(lower) }
}

/// Whether a version of OpenAPI begins as `3`, `3.0` or `3.0.1` do, and holds nothing else.
pub(super) fn is_version_3(version: &Piece) -> bool {
    is_version(version, &['3'])
}

/// Whether a version is of one of these, with at most two more digits.
pub(super) fn is_version(version: &Piece, major: &[char]) -> bool {
    let text = match &version.content {
        Content::Text(word) => word.text.to_string(),
        _ => super::python::print(version),
    };
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let mut parts = text.split('.');
    let is_digit = |part: &str| matches!(part.as_bytes(), [b'0'..=b'9']);
    let starts = parts.next().is_some_and(|part| part.len() == 1 && part.starts_with(major));
    let rest: Vec<&str> = parts.collect();
    starts && matches!(rest.len(), 1 | 2) && rest.iter().all(|part| is_digit(part))
}

/// The map, or an error that says what should be one.
pub(super) fn map_of<'p>(piece: &'p Piece, what: &str) -> Result<&'p Fields, Failure> {
    piece.as_map().ok_or_else(|| unlike(piece, what, "a map"))
}

/// The map, to be changed, or an error that says what should be one.
pub(super) fn map_of_mut<'p>(piece: &'p mut Piece, what: &str) -> Result<&'p mut Fields, Failure> {
    match piece.content {
        Content::Map(ref mut fields) => Ok(fields),
        _ => Err(unlike(piece, what, "a map")),
    }
}

/// The list, or an error that says what should be one.
pub(super) fn list_of<'p>(piece: &'p Piece, what: &str) -> Result<&'p [Piece], Failure> {
    piece.as_list().ok_or_else(|| unlike(piece, what, "a list"))
}

/// The text, or an error that says what should be some.
pub(super) fn word_of<'p>(piece: &'p Piece, what: &str) -> Result<&'p Word, Failure> {
    piece.as_word().ok_or_else(|| unlike(piece, what, "text"))
}

/// The boolean, or an error that says what should be one.
pub(super) fn boolean_of(piece: &Piece, what: &str) -> Result<bool, Failure> {
    piece.as_boolean().ok_or_else(|| unlike(piece, what, "true or false"))
}

fn unlike(piece: &Piece, what: &str, expected: &str) -> Failure {
    let found = if piece.is_function() { "a function" } else { piece.kind() };
    Failure::new(piece.span, format!("{what} has to be {expected}, found {found}"))
}

/// What a piece may be: what its condition chooses from, or itself.
pub(super) fn branches(piece: &Piece) -> Result<Vec<&Piece>, Failure> {
    let Some(arguments) = piece.as_map().and_then(|fields| fields.get("Fn::If")) else {
        return Ok(vec![piece]);
    };
    let items = list_of(arguments, "the argument of `Fn::If`")?;
    Ok(items.iter().skip(1).filter(|item| !item.is_no_value()).collect())
}

/// As [`branches`], to be changed.
pub(super) fn branches_mut(piece: &mut Piece) -> Result<Vec<&mut Piece>, Failure> {
    if !piece.as_map().is_some_and(|fields| fields.has("Fn::If")) {
        return Ok(vec![piece]);
    }
    let Some(arguments) = piece.as_map_mut().and_then(|fields| fields.get_mut("Fn::If")) else {
        return Ok(Vec::new());
    };
    match arguments.content {
        Content::List(ref mut items) => {
            Ok(items.iter_mut().skip(1).filter(|item| !item.is_no_value()).collect())
        }
        _ => Err(unlike(arguments, "the argument of `Fn::If`", "a list")),
    }
}

/// The paths of a definition.
pub(super) struct Paths<'d>(pub &'d mut Piece);

impl Paths<'_> {
    /// All paths, in SAM's order.
    pub(super) fn names(&self) -> Vec<Word> {
        self.0.as_map().map(Fields::keys).unwrap_or_default()
    }

    /// Checks that every path is a map of methods, whatever conditions choose.
    pub(super) fn check(&self) -> Result<(), Failure> {
        for path in self.0.as_map().into_iter().flat_map(Fields::iter) {
            if path.value.as_map().is_some_and(|item| !item.has("Fn::If")) {
                continue;
            }
            for item in branches(&path.value)? {
                map_of(item, &item_name(&path.key.text))?;
            }
        }
        Ok(())
    }

    /// What a path may be, as maps of methods.
    pub(super) fn items(&self, path: &str) -> Result<Vec<&Fields>, Failure> {
        let item = self.0.as_map().and_then(|paths| paths.get(path)).ok_or_else(|| self.unknown(path))?;
        branches(item)?.into_iter().map(|item| map_of(item, &item_name(path))).collect()
    }

    /// As [`Paths::items`], to be changed.
    pub(super) fn items_mut(&mut self, path: &str) -> Result<Vec<&mut Fields>, Failure> {
        let unknown = self.unknown(path);
        let item = self.0.as_map_mut().and_then(|paths| paths.get_mut(path)).ok_or(unknown)?;
        branches_mut(item)?.into_iter().map(|item| map_of_mut(item, &item_name(path))).collect()
    }

    fn unknown(&self, path: &str) -> Failure {
        Failure::new(self.0.span, format!("the definition of the API has no path `{path}`"))
    }

    /// Whether a path has a method that calls something, whatever conditions choose.
    pub(super) fn has_integration(&self, path: &str, method: &str) -> Result<bool, Failure> {
        let Some(item) = self.0.as_map().and_then(|paths| paths.get(path)) else { return Ok(false) };
        let items = branches(item)?;
        if !items.iter().all(|item| item.as_map().is_some_and(|item| item.has(method))) {
            return Ok(false);
        }
        for item in items {
            let Some(definition) = item.as_map().and_then(|item| item.get(method)) else { return Ok(false) };
            if definition.as_map().is_none() {
                return Ok(false);
            }
            let mut has_integration = false;
            for definition in branches(definition)? {
                map_of(definition, &method_name(path, method))?;
                if definition.get_set(INTEGRATION).is_some() {
                    has_integration = true;
                    break;
                }
            }
            if !has_integration {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Adds a method to a path, where they aren't there.
    pub(super) fn add(&mut self, path: &Word, method: &Word, span: Span) -> Result<(), Failure> {
        let paths = map_of_mut(self.0, "`paths` in the definition of the API")?;
        let item = paths.get_or(path, span, || Piece::fields(span, Fields::ordered()));
        map_of(item, &item_name(&path.text))?;
        for item in branches_mut(item)? {
            let item = map_of_mut(item, &item_name(&path.text))?;
            item.get_or(method, span, || Piece::fields(span, Fields::ordered()));
        }
        Ok(())
    }

    /// Wraps a path in a condition.
    pub(super) fn make_conditional(&mut self, path: &str, condition: Word) {
        let Some(item) = self.0.as_map_mut().and_then(|paths| paths.get_mut(path)) else { return };
        let span = item.span;
        let value = std::mem::replace(item, Piece { span, content: Content::Null });
        *item = Piece::conditional(span, condition, value);
    }

    /// The definitions of a method that call something.
    pub(super) fn definitions(&mut self, path: &str, method: &str) -> Result<Vec<&mut Fields>, Failure> {
        let span = self.0.span;
        let mut definitions = Vec::new();
        for item in self.items_mut(path)? {
            let missing = || Failure::new(span, format!("{} is missing", method_name(path, method)));
            for definition in branches_mut(item.get_mut(method).ok_or_else(missing)?)? {
                let definition = map_of_mut(definition, &method_name(path, method))?;
                if definition.get(INTEGRATION).is_some_and(Piece::is_set) {
                    definitions.push(definition);
                }
            }
        }
        Ok(definitions)
    }

    /// Sets the time after which a method gives up.
    pub(super) fn set_timeout(&mut self, path: &str, method: &str, timeout: &Piece) -> Result<(), Failure> {
        for definition in self.definitions(path, method)? {
            if let Some(integration) = definition.get_mut(INTEGRATION).and_then(Piece::as_map_mut) {
                integration.put("timeoutInMillis", timeout.clone());
            }
        }
        Ok(())
    }
}

/// What messages call a path.
pub(super) fn item_name(path: &str) -> String {
    format!("the path `{path}` in the definition of the API")
}

/// What messages call a method of a path.
pub(super) fn method_name(path: &str, method: &str) -> String {
    format!("the method `{method}` of the path `{path}` in the definition of the API")
}

/// The security of a method as a list.
pub(super) fn security_of(definition: &Fields, path: &str, method: &str) -> Result<Vec<Piece>, Failure> {
    match definition.get("security") {
        None => Ok(Vec::new()),
        Some(security) => {
            list_of(security, &format!("`security` of {}", method_name(path, method))).map(<[Piece]>::to_vec)
        }
    }
}
