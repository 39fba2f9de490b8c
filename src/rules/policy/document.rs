//! Judging the statements of a policy document.

use super::statement::{Statement, first_unknown};
use crate::resolve::{Content, Value};
use crate::rules::json::read;
use crate::rules::subject::{Place, Subject};
use crate::rules::three_valued::{any, some_item};
use crate::rules::truth::{Evidence, Found, Truth};
use crate::rules::wanted::Wanted;
use crate::template::Span;
use std::borrow::Cow;

/// A question about a statement of a policy document; `None` is: that can't be known.
pub type StatementTest = for<'v, 's, 'a> fn(Statement<'v>, &'s Subject<'a>) -> Option<bool>;

/// What is said where a test does not know, though the statement is known.
const NOT_DOCUMENTED: &str = "AWS doesn't say how this statement is read";

/// Whether `test` holds for no statement of the document at `path`; `says` says what is wrong if it does for one. No
/// document has no statement.
pub(in crate::rules) fn no_statement<'a>(
    path: &'static str,
    test: StatementTest,
    says: &'static str,
    subject: &Subject<'a>,
) -> Truth<'a> {
    subject.look(path, &mut |place| {
        let Some(value) = place.value else { return Truth::True };
        let statements = match judge(value, test, subject) {
            Ok(statements) => statements,
            Err(found) => return place.unknown(found, Wanted::Present),
        };
        if let Some(found) = statements.iter().find(|statement| statement.holds == Some(true)) {
            Truth::False(found.evidence(&place, subject, says))
        } else if let Some(open) = statements.iter().find(|statement| statement.holds.is_none()) {
            Truth::Unknown(open.evidence(&place, subject, NOT_DOCUMENTED))
        } else {
            Truth::True
        }
    })
}

/// Whether `test` holds for a statement of the document at `path`; `says` says what is missing if it does for none.
pub(in crate::rules) fn some_statement<'a>(
    path: &'static str,
    test: StatementTest,
    says: &'static str,
    subject: &Subject<'a>,
) -> Truth<'a> {
    subject.look(path, &mut |place| {
        let missing = Found::Statement(Cow::Borrowed(says));
        let Some(value) = place.value else { return place.fails(missing, Wanted::Present) };
        let statements = match judge(value, test, subject) {
            Ok(statements) => statements,
            Err(found) => return place.unknown(found, Wanted::Present),
        };
        if any(statements.iter().map(|statement| statement.holds)) == Some(true) {
            Truth::True
        } else if let Some(open) = statements.iter().find(|statement| statement.holds.is_none()) {
            Truth::Unknown(open.evidence(&place, subject, NOT_DOCUMENTED))
        } else {
            place.fails(missing, Wanted::Present)
        }
    })
}

/// A statement, and what a test says of it.
struct Judged {
    holds: Option<bool>,
    /// Its number in the list of statements, if it is in one.
    index: Option<usize>,
    span: Span,
    /// Where the answer is not known: the first thing in it that is not.
    unknown: Option<String>,
}

impl Judged {
    fn evidence<'a>(&self, place: &Place<'_, 'a>, subject: &Subject<'a>, says: &'static str) -> Evidence<'a> {
        let index = self.index.map(|index| format!("[{index}]")).unwrap_or_default();
        let property = format!("{}.Statement{index}", place.property());
        let says = match &self.unknown {
            Some(why) => format!("{property} can't be known: {why}").into(),
            _ => Cow::Borrowed(says),
        };
        Evidence {
            property,
            span: self.span,
            origin: None,
            finding: Found::Statement(says),
            wanted: Wanted::Present,
            parameters: subject.parameters,
        }
    }
}

/// What `test` says of the statements of the document `value`; what was found if it can't be read.
fn judge<'a>(value: &'a Value, test: StatementTest, subject: &Subject<'a>) -> Result<Vec<Judged>, Found<'a>> {
    let Some(document) = read(value) else {
        return Err(match value.unknown() {
            Some(unknown) => Found::Unknown(unknown),
            None => Found::Statement(Cow::Borrowed("the policy is neither a map nor a JSON object")),
        });
    };
    let judge = |index: Option<usize>, value: &Value| {
        let holds = some_item(value, &|statement| match &statement.content {
            Content::Map(elements) => test(Statement::new(elements), subject),
            Content::Unknown(_) | Content::Partial(_) => None,
            _ => Some(false),
        });
        let unknown = if holds.is_none() { first_unknown(value).map(ToString::to_string) } else { None };
        Judged { holds, index, span: value.span, unknown }
    };
    Ok(match document.as_map().and_then(|document| document.get("Statement")) {
        None => Vec::new(),
        Some(statements) => match &statements.content {
            Content::List(items) => {
                items.iter().enumerate().map(|(index, value)| judge(Some(index), value)).collect()
            }
            _ => vec![judge(None, statements)],
        },
    })
}

/// The statements of a document that is known as a whole.
pub fn statements(document: &Value) -> Vec<Statement<'_>> {
    let statements = document.as_map().and_then(|document| document.get("Statement"));
    let items = match statements.map(|statements| (statements, &statements.content)) {
        None => &[],
        Some((_, Content::List(items))) => items.as_slice(),
        Some((statement, _)) => std::slice::from_ref(statement),
    };
    items.iter().filter_map(Value::as_map).map(Statement::new).collect()
}
