//! Parameter groups of databases.

use super::subject::Subject;
use super::truth::{Found, Truth};
use super::wanted::Wanted;
use crate::resolve::Value;

/// The property at `path` names a parameter group, and not one that the service brings along (`default.mysql8.0`).
pub(super) fn names_own_group<'a>(subject: &Subject<'a>, path: &'static str) -> Truth<'a> {
    subject.look(path, &mut |place| match place.value.map(Value::as_text) {
        None => place.fails(Found::Nothing { default: None }, Wanted::Present),
        Some(Some(name)) if name.starts_with("default.") => {
            place.fails(Found::Statement("the parameter group is a default one".into()), Wanted::Present)
        }
        Some(_) => Truth::True,
    })
}
