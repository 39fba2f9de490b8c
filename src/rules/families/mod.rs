//! Rules that are one logic over a table of resource types.

pub(super) mod described;
pub(super) mod required_tags;
pub(super) mod tagged;
pub(super) mod tagged_exceptions;
