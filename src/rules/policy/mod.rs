//! Policy documents: who is allowed or denied what, on which resources, under which conditions.
//!
//! A document may be a map or JSON text, an element one item or a list of them, and any part of it may not be
//! known before deployment; every question about it is answered in three-valued logic, `None` being "that can't
//! be known". The words are those of the page "IAM JSON policy element reference" of the IAM User Guide.

mod condition;
mod document;
mod everyone;
mod pattern;
mod statement;

pub use condition::{has_only_condition, is_fixed, is_pinned};
pub use document::{StatementTest, statements};
pub(super) use document::{no_statement, some_statement};
pub use everyone::{has_foreign_principal, is_for_everyone, lets_everyone_in};
pub use pattern::{covers, overlaps, overlaps_any_of, speaks_of_actions};
pub use statement::Statement;

pub use super::json::read;
pub use super::three_valued::{all, any, is_text, some_item};
