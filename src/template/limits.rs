//! How much template is too much: limits that keep a hostile file from taking the machine's memory or time.
//!
//! Each is far above what CloudFormation takes (1 MB of text).

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// How deep lists, maps and short-form functions may nest. It also bounds every recursion over a tree.
pub const MAX_DEPTH: usize = 200;

/// How many nodes a template may have, aliases expanded.
pub const MAX_NODES: usize = 500_000;
